import { Link } from 'react-router';
import { Nothing } from '../parts/Nothing';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';

/** An address under which the desk has no page. */
export function Missing() {
  const { t } = useWords();
  useTitle(t('missing.title'));
  return (
    <Nothing title={t('missing.title')}>
      <Link to="/">{t('missing.home')}</Link>
    </Nothing>
  );
}
