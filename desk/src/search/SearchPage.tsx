import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import type { Channel, DeskSearchQuery, DeskSearchQueryVariables, Kind } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { channelColour, SOUGHT } from '../parts/kinds';
import { KindMark } from '../parts/KindMark';
import { Nothing } from '../parts/Nothing';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { snake } from '../text';
import { count } from '../text/format';
import text from './search.graphql?raw';
import { HitGroups } from './HitGroups';
import './search.css';

const SEARCH = operation<DeskSearchQuery, DeskSearchQueryVariables>(text);
const PAGE = 30;

/** What was found, with counts by kind and channel that narrow it. What was typed stays out of the address. */
export default function SearchPage() {
  const words = useWords();
  const { t } = words;
  useTitle(t('search.title'));
  const sought = (useLocation().state as { text?: string } | null)?.text ?? '';
  const [shown, setShown] = useState(PAGE);
  const { kinds, channels, toggle } = useNarrowing();
  const [state, again] = useQuery({
    query: SEARCH,
    variables: { text: sought, kinds: kinds.length ? kinds : null, channels: channels.length ? channels : null, first: shown },
    pause: !sought,
  });
  const [whole] = useQuery({ query: SEARCH, variables: { text: sought, first: 1 }, pause: !sought });
  if (!sought) return <Nothing title={t('search.empty')}>{t('search.emptyMend')}</Nothing>;
  const all = whole.data?.search ?? state.data?.search;
  return (
    <div className="search-page">
      <aside aria-label={t('search.narrow')}>
        <h2>{t('search.kinds')}</h2>
        {(all?.kinds ?? []).map((each) => {
          const kind = snake(each.kind) as Kind;
          const offered = (SOUGHT as readonly string[]).includes(kind);
          return (
            <Button
              key={each.kind}
              type={kinds.includes(kind) ? 'primary' : 'text'}
              aria-pressed={kinds.includes(kind)}
              disabled={!offered}
              block
              className="narrow"
              onClick={() => toggle('kind', kind)}
            >
              <KindMark typename={each.kind} />
              <span className="numbers">{count(each.count, words.language)}</span>
            </Button>
          );
        })}
        <h2>{t('search.channels')}</h2>
        {(all?.channels ?? []).map((each) => (
          <Button
            key={each.channel}
            type={channels.includes(each.channel) ? 'primary' : 'text'}
            aria-pressed={channels.includes(each.channel)}
            block
            className="narrow"
            onClick={() => toggle('channel', each.channel)}
          >
            <span className="channel-mark">
              <span className="channel-ring" style={{ borderColor: channelColour(each.channel) }} aria-hidden="true" />
              {words.value('Channel', each.channel)}
            </span>
            <span className="numbers">{count(each.count, words.language)}</span>
          </Button>
        ))}
      </aside>
      <section aria-label={t('search.title')}>
        <div className="bar">
          <h1>{t('search.for', { text: sought })}</h1>
          {state.data && <Tag>{t('search.count', { count: state.data.search.totalCount })}</Tag>}
        </div>
        <Asked state={state} again={again} rows={10}>
          {({ search }) =>
            search.hits.length === 0 ? (
              <Nothing title={t('search.nothing')}>{t('search.nothingMend')}</Nothing>
            ) : (
              <>
                <HitGroups hits={search.hits} />
                {search.pageInfo.hasNextPage && (
                  <Button block loading={state.fetching} onClick={() => setShown(Math.min(shown + PAGE, 100))} disabled={shown >= 100}>
                    {shown >= 100 ? t('search.narrower') : t('more')}
                  </Button>
                )}
              </>
            )
          }
        </Asked>
      </section>
    </div>
  );
}

/** The kinds and channels that the address narrows to. */
function useNarrowing() {
  const [address, setAddress] = useSearchParams();
  const { state } = useLocation();
  const toggle = (name: 'kind' | 'channel', value: string) => {
    const next = new URLSearchParams(address);
    const kept = next.getAll(name).filter((each) => each !== value);
    const had = next.getAll(name).includes(value);
    next.delete(name);
    for (const each of had ? kept : [...kept, value]) next.append(name, each);
    setAddress(next, { state });
  };
  return { kinds: address.getAll('kind') as Kind[], channels: address.getAll('channel') as Channel[], toggle };
}
