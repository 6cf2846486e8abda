import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import type { DeskNoticesQuery, DeskNoticesQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { moment } from '../text/format';
import { useHeard, useLive } from '../live/live';
import { Both } from './Both';
import { MoreButton } from '../lists/MoreButton';
import text from './notices.graphql?raw';

const NOTICES = operation<DeskNoticesQuery, DeskNoticesQueryVariables>(text);

/** What the officer's teams were told, newest first. */
export function NoticeList() {
  const { t, value, language } = useWords();
  const [first, setFirst] = useState(20);
  const [state, again] = useQuery({ query: NOTICES, variables: { first } });
  const { fresh, seen } = useLive();
  // What is shown here is seen, be it old or just come.
  useEffect(seen, [fresh]);
  useHeard(null, () => again({ requestPolicy: 'network-only' }));
  return (
    <Asked state={state} again={again} rows={8}>
      {({ notices }) =>
        notices.nodes.length === 0 ? (
          <Nothing title={t('inbox.noNotices')}>{t('inbox.noNoticesMend')}</Nothing>
        ) : (
          <>
            <ul className="panel cards">
              {notices.nodes.map((each) => (
                <li key={each.id} className="inbox-row">
                  <Both one={each.one} other={each.other} />
                  <div className="inbox-why">
                    <strong>{value('NoticeKind', each.kind)}</strong>{' '}
                    <span className="soft small numbers">{moment(each.at, language)}</span>
                    <div>{language === 'zh' ? each.sentenceZh : each.sentence}</div>
                  </div>
                </li>
              ))}
            </ul>
            <MoreButton page={notices.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
          </>
        )
      }
    </Asked>
  );
}
