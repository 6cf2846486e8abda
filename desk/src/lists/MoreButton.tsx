import { Button } from 'antd';
import { useWords } from '../text';

const STEP = 20;
const MOST = 100; // rows of one answer

interface Props {
  page: { hasNextPage: boolean };
  shown: number;
  more: (first: number) => void;
  busy: boolean;
}

/** Shows more of a list, as far as one answer goes. */
export function MoreButton({ page, shown, more, busy }: Props) {
  const { t } = useWords();
  if (!page.hasNextPage) return null;
  if (shown >= MOST) return <p className="soft small list-more">{t('inbox.most', { count: MOST })}</p>;
  return (
    <Button className="list-more" loading={busy} onClick={() => more(Math.min(MOST, shown + STEP))}>
      {t('more')}
    </Button>
  );
}
