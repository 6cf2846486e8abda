import { Link } from 'react-router';
import { pathOf } from '../parts/kinds';
import { useWords } from '../text';
import type { Named } from './found';

const MOST = 4; // numbers in one cell

/** Matters by their numbers, as many as a cell holds. */
export function NumberLinks({ matters }: { matters: readonly Named[] }) {
  const { t } = useWords();
  return (
    <span className="number-links numbers">
      {matters.slice(0, MOST).map((each) => (
        <Link key={each.id} to={pathOf(each.__typename, each.id)} title={each.caption}>
          {each.number ?? each.caption}
        </Link>
      ))}
      {matters.length > MOST && <span className="soft">{t('pack.further', { count: matters.length - MOST })}</span>}
    </span>
  );
}
