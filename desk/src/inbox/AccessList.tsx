import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useKeys } from '../lists/useKeys';
import { useViewer } from '../parts/useViewer';
import { useWords } from '../text';
import { moment } from '../text/format';
import { AnswerAccess } from './AnswerAccess';
import { ACCESS, type AccessAsked } from './found';
import { KeysAbout } from '../lists/KeysAbout';
import { MoreButton } from '../lists/MoreButton';

const COLOURS = { WAITING: 'orange', APPROVED: 'green', REFUSED: 'red', REVOKED: 'default', EXPIRED: 'default' } as const;

/** What was asked of the officer's teams and by the officer, and what is open until when; it is answered here. */
export function AccessList({ answered }: { answered: () => void }) {
  const { t } = useWords();
  const [first, setFirst] = useState(20);
  const [which, setWhich] = useState<'waiting' | 'all'>('waiting');
  const list = useKeys<HTMLUListElement>();
  const [state, again] = useQuery({ query: ACCESS, variables: { state: which === 'waiting' ? ['WAITING'] : null, first } });
  const done = () => {
    again({ requestPolicy: 'network-only' });
    answered();
  };
  return (
    <>
      <div className="bar inbox-about">
        <Segmented
          value={which}
          onChange={setWhich}
          options={[
            { value: 'waiting', label: t('access.waiting') },
            { value: 'all', label: t('access.all') },
          ]}
        />
        <KeysAbout />
      </div>
      <Asked state={state} again={again} rows={8}>
        {({ accessRequests }) => (
          <>
            {accessRequests.nodes.length === 0 && <Nothing title={t('inbox.noAccess')}>{t('inbox.noAccessMend')}</Nothing>}
            {accessRequests.nodes.length > 0 && (
              <ul className="panel cards" ref={list}>
                {accessRequests.nodes.map((asked) => (
                  <li key={asked.id} className="inbox-row" data-row tabIndex={-1}>
                    <AccessRow asked={asked} done={done} />
                  </li>
                ))}
              </ul>
            )}
            <MoreButton page={accessRequests.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
          </>
        )}
      </Asked>
    </>
  );
}

function AccessRow({ asked, done }: { asked: AccessAsked; done: () => void }) {
  const { t, value, language } = useWords();
  const mine = useViewer()?.officerId === asked.by;
  const opened = asked.state === 'WAITING' ? asked.matters : asked.given;
  const said = asked.revokeReason ?? asked.answer;
  return (
    <>
      <div className="both">
        <span className="bar">
          <Tag color={COLOURS[asked.state]}>{value('AccessState', asked.state)}</Tag>
          <ChannelMark channel={asked.channel} />
        </span>
        <span>{mine ? t('access.byMe', { team: asked.team }) : t('access.byOther', { by: asked.by, teams: asked.teams.join(', ') })}</span>
        <span className="soft small numbers">
          {t('access.term', { asked: moment(asked.askedAt, language), until: moment(asked.until ?? asked.askedUntil, language) })}
        </span>
      </div>
      <div className="inbox-why">
        <span>{asked.reason}</span>
        {said && <span className="soft">{t('access.said', { by: asked.answeredBy ?? '', said })}</span>}
        <span className="bar">
          {asked.about && <NodeLink typename={asked.about.__typename} id={asked.about.id} caption={asked.about.caption} />}
          {opened.map((each) => (
            <NodeLink key={each.id} typename={each.__typename} id={each.id} caption={each.number ?? each.caption} />
          ))}
        </span>
        <AnswerAccess asked={asked} mine={mine} done={done} />
      </div>
    </>
  );
}
