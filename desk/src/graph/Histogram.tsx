import { Slider } from 'antd';
import { useWords } from '../text';
import type { GraphEdge } from './model';

interface Props {
  edges: readonly GraphEdge[];
  since: string;
  until: string;
  change: (term: { since: string; until: string }) => void;
}

/** How many of the drawn ties begin in which year, with a slider over the years; those that the filter leaves out are pale. */
export function Histogram({ edges, since, until, change }: Props) {
  const { t } = useWords();
  const years = new Map<number, number>();
  for (const { properties } of edges) {
    const from = properties.validFrom;
    if (typeof from !== 'string') continue;
    const year = Number(from.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  if (years.size === 0) return <p className="small soft">{t('legend.noDays')}</p>;
  const [first, last] = [Math.min(...years.keys()), Math.max(...years.keys())];
  const most = Math.max(...years.values());
  const span = last - first + 1;
  const yearOf = (day: string, open: number) => Math.min(last, Math.max(first, day ? Number(day.slice(0, 4)) : open));
  return (
    <>
      <svg className="histogram" viewBox={`0 0 ${span * 10} 46`} preserveAspectRatio="none" role="img" aria-label={t('legend.histogram', { first, last })}>
      {[...years].map(([year, number]) => {
        const pale = (since && year < Number(since.slice(0, 4))) || (until && year > Number(until.slice(0, 4)));
        const high = Math.max(2, (number / most) * 42);
        return (
          <rect key={year} x={(year - first) * 10 + 1} y={44 - high} width="8" height={high} fill="var(--accent)" opacity={pale ? 0.25 : 1}>
            <title>{`${year}: ${number}`}</title>
          </rect>
        );
      })}
    </svg>
      {span > 1 && (
        <Slider
          range
          min={first}
          max={last}
          value={[yearOf(since, first), yearOf(until, last)]}
          onChange={([from, to]) =>
            change({ since: from === undefined || from === first ? '' : `${from}-01-01`, until: to === undefined || to === last ? '' : `${to}-12-31` })
          }
          ariaLabelForHandle={[t('legend.since'), t('legend.until')]}
        />
      )}
    </>
  );
}
