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
              {links.nodes.map((link) => (
                <li key={link.id} className="inbox-row" data-row tabIndex={-1}>
                  <Both one={link.one} other={link.other} />
                  <div className="inbox-why">
                    {language === 'zh' ? link.sentenceZh : link.sentence}
                    <Judging links={[{ ...link, state: 'PROPOSED', review: null, judgements: [] }]} judged={done} />
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
