import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskOpenLinksQuery, DeskOpenLinksQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { useHeard } from '../live/live';
import { Judging } from '../matter/Judging';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useKeys } from '../lists/useKeys';
import { useWords } from '../text';
import { Both } from './Both';
import { KeysAbout } from '../lists/KeysAbout';
import text from './links.graphql?raw';
import { MoreButton } from '../lists/MoreButton';

const LINKS = operation<DeskOpenLinksQuery, DeskOpenLinksQueryVariables>(text);

type OpenLink = DeskOpenLinksQuery['links']['nodes'][number];

/** Links that nobody has judged yet, each with the means to do so. */
export function LinkList({ judged }: { judged: () => void }) {
  const { t, language } = useWords();
  const [first, setFirst] = useState(20);
  const list = useKeys<HTMLUListElement>();
  const [state, again] = useQuery({ query: LINKS, variables: { first } });
  const done = () => {
    again({ requestPolicy: 'network-only' });
    judged();
  };
  useHeard(null, () => again({ requestPolicy: 'network-only' }));
  return (
    <Asked state={state} again={again} rows={10}>
      {({ links }) =>
        links.nodes.length === 0 ? (
          <Nothing title={t('connected.noneOpen')}>{t('inbox.noLinksMend')}</Nothing>
        ) : (
          <>
            <p className="soft inbox-about">{t('inbox.linksAbout')}</p>
            <KeysAbout />
            <ul className="panel cards" ref={list}>
              {pairsOf(links.nodes).map(([first, ...others]) => (
                <li key={first.id} className="inbox-row" data-row tabIndex={-1}>
                  <Both one={first.one} other={first.other} />
                  <div className="inbox-why">
                    {[first, ...others].map((link) => (
                      <span key={link.id}>{language === 'zh' ? link.sentenceZh : link.sentence}</span>
                    ))}
                    <Judging links={[first, ...others].map((link) => ({ ...link, state: 'PROPOSED', review: null, judgements: [] }))} judged={done} />
                  </div>
                </li>
              ))}
            </ul>
            <MoreButton page={links.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
          </>
        )
      }
    </Asked>
  );
}

/** The links of one pair of matters together, each pair where its first link stands. */
function pairsOf(links: readonly OpenLink[]): [OpenLink, ...OpenLink[]][] {
  const pairs = new Map<string, [OpenLink, ...OpenLink[]]>();
  for (const link of links) {
    const pair = [link.one.id, link.other.id].sort().join(' ');
    const known = pairs.get(pair);
    if (known) known.push(link);
    else pairs.set(pair, [link]);
  }
  return [...pairs.values()];
}
