import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskOpenLinksQuery, DeskOpenLinksQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Judging } from '../matter/Judging';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { count } from '../text/format';
import { Both } from './Both';
import text from './links.graphql?raw';
import { MoreButton } from './MoreButton';

const LINKS = operation<DeskOpenLinksQuery, DeskOpenLinksQueryVariables>(text);

/** Links that nobody has judged yet, each with the means to do so. */
export function LinkList() {
  const { t, language } = useWords();
  const [first, setFirst] = useState(20);
  const [state, again] = useQuery({ query: LINKS, variables: { first } });
  return (
    <Asked state={state} again={again} rows={10}>
      {({ links }) =>
        links.nodes.length === 0 ? (
          <Nothing title={t('connected.noneOpen')}>{t('inbox.noLinksMend')}</Nothing>
        ) : (
          <>
            <p className="soft inbox-about">{t('inbox.linksAbout', { count: count(links.totalCount, language) })}</p>
            <ul className="panel cards">
              {links.nodes.map((link) => (
                <li key={link.id} className="inbox-row">
                  <Both one={link.one} other={link.other} />
                  <div className="inbox-why">
                    {language === 'zh' ? link.sentenceZh : link.sentence}
                    <Judging
                      links={[{ ...link, state: 'PROPOSED', review: null, judgements: [] }]}
                      judged={() => again({ requestPolicy: 'network-only' })}
                    />
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
