import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';

export default function InboxPage() {
  const { t } = useWords();
  useTitle(t('inbox.title'));
  return <h1>{t('inbox.title')}</h1>;
}
