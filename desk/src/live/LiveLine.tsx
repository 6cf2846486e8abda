import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../text';
import { count } from '../text/format';
import { useLive } from './live';
import './live.css';

/** How many notices came that nobody has looked at; leads to them. */
export function FreshNotices() {
  const { t, language } = useWords();
  const { fresh } = useLive();
  return (
    <span role="status" className="fresh">
      {fresh > 0 && (
        <Link to="/?of=notices" title={t('live.fresh', { count: fresh })}>
          <span className="unseen">{t('live.fresh', { count: fresh })}</span>
          <span aria-hidden="true" className="numbers">
            {fresh > 99 ? '99+' : count(fresh, language)}
          </span>
        </Link>
      )}
    </span>
  );
}

/** Says that nothing is heard at the moment, and lets people not wait for the next attempt. */
export function LostLine() {
  const { t } = useWords();
  const { state, hurry } = useLive();
  if (state !== 'lost') return null;
  return (
    <Alert
      banner
      type="warning"
      title={t('live.lost')}
      action={
        <Button size="small" onClick={hurry}>
          {t('live.hurry')}
        </Button>
      }
    />
  );
}
