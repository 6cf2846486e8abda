import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { channelColour } from '../parts/kinds';
import { useWords } from '../text';
import { day, term } from '../text/format';
import { dayOf } from './dayOf';
import type { NamedIn } from './found';

interface Post {
  id: string;
  post: string | null;
  rank: string | null;
  isTopLeader: boolean | null;
  validFrom: string | null;
  validTo: string | null;
  end: { __typename: string; id: string; caption: string };
}

/** Posts as bars over one line of time, with the matters of that time beneath. */
export function Posts({ posts, namedIn }: { posts: readonly Post[]; namedIn: NamedIn }) {
  const { t, language } = useWords();
  if (posts.length === 0) return <Nothing title={t('posts.none')}>{t('posts.noneMend')}</Nothing>;
  const days = [
    ...posts.flatMap((each) => [each.validFrom, each.validTo]),
    ...namedIn.map((each) => dayOf(each.matter)),
  ].filter((each): each is string => Boolean(each));
  const first = yearOf(days.length ? days.reduce((one, other) => (one < other ? one : other)) : today());
  const last = yearOf(today()) + 1;
  const place = (when: string) => ((Date.parse(when) - Date.UTC(first, 0)) / (Date.UTC(last, 0) - Date.UTC(first, 0))) * 100;
  const step = Math.max(1, Math.ceil((last - first) / 8));
  const years = Array.from({ length: Math.ceil((last - first) / step) }, (_, index) => first + index * step);
  return (
    <div className="posts">
      <div className="years" aria-hidden="true">
        {years.map((year) => (
          <span key={year} style={{ left: `${place(`${year}-01-01`)}%` }}>
            {year}
          </span>
        ))}
      </div>
      <ul>
        {posts.map((each) => {
          const from = place(each.validFrom ?? `${first}-01-01`);
          const to = place(each.validTo ?? today());
          return (
            <li key={each.id}>
              <div className="bar">
                <span className={each.isTopLeader ? 'strong' : ''}>{each.post ?? t('posts.unnamed')}</span>
                <NodeLink typename={each.end.__typename} id={each.end.id} caption={each.end.caption} />
                {each.rank && <span className="soft small">{each.rank}</span>}
                <span className="rows-end small numbers">{term(each.validFrom, each.validTo, language)}</span>
              </div>
              <div className="post-track" aria-hidden="true">
                <span className={each.isTopLeader ? 'top' : ''} style={{ left: `${from}%`, width: `${Math.max(to - from, 0.6)}%` }} />
              </div>
            </li>
          );
        })}
      </ul>
      {namedIn.length > 0 && (
        <div className="post-matters">
          <span className="soft small">{t('posts.matters')}</span>
          <div className="post-track">
            {namedIn.map((each) => {
              const when = dayOf(each.matter);
              return when ? (
                <span
                  key={each.id}
                  className="dot"
                  title={`${day(when, language)} ${each.matter.caption}`}
                  style={{ left: `${place(when)}%`, background: channelColour(each.matter.channel) }}
                />
              ) : null;
            })}
          </div>
        </div>
      )}
    </div>
  );
}

function yearOf(when: string): number {
  return Number(when.slice(0, 4));
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
