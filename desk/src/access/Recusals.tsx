import { Tag } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskDecideRecusalMutation, DeskDecideRecusalMutationVariables, DeskRecusalsQuery, DeskRecusalsQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { KeyButton } from '../lists/KeyButton';
import { useKeys } from '../lists/useKeys';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Panel } from '../parts/Panel';
import { ReasonForm } from '../parts/ReasonForm';
import { useAct } from '../parts/useAct';
import { useViewer } from '../parts/useViewer';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import decideText from './decide.graphql?raw';
import { DeclareRecusal } from './DeclareRecusal';
import recusalsText from './recusals.graphql?raw';

const RECUSALS = operation<DeskRecusalsQuery, DeskRecusalsQueryVariables>(recusalsText);
const DECIDE = operation<DeskDecideRecusalMutation, DeskDecideRecusalMutationVariables>(decideText);
const COLOURS = { WAITING: 'orange', ACCEPTED: 'green', REFUSED: 'red' } as const;

type FoundRecusal = DeskRecusalsQuery['recusals']['nodes'][number];

/** Who declared to have no hand in what, and what was decided. */
export function Recusals() {
  const { t } = useWords();
  const list = useKeys<HTMLUListElement>();
  const [state, again] = useQuery({ query: RECUSALS, variables: { first: 50 } });
  const done = () => again({ requestPolicy: 'network-only' });
  return (
    <Panel title={t('recusal.title')} count={state.data?.recusals.totalCount || undefined} flush>
      <DeclareRecusal done={done} />
      <Asked state={state} again={again} rows={4}>
        {({ recusals }) => (
          <>
            {recusals.nodes.length === 0 && <p className="soft none-here">{t('recusal.none')} {t('recusal.noneMend')}</p>}
            <ul className="cards" ref={list}>
              {recusals.nodes.map((each) => (
                <li key={each.id} className="inbox-row" data-row tabIndex={-1}>
                  <Row recusal={each} done={done} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </Panel>
  );
}

function Row({ recusal, done }: { recusal: FoundRecusal; done: () => void }) {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const mine = useViewer()?.officerId === recusal.by;
  return (
    <>
      <div className="both">
        <span>
          <Tag color={COLOURS[recusal.state]}>{value('RecusalState', recusal.state)}</Tag>
        </span>
        <span>{mine ? t('recusal.byMe') : t('recusal.byOther', { by: staff.officer(recusal.by), teams: recusal.teams.map(staff.team).join(', ') })}</span>
        <span className="soft small numbers">{moment(recusal.declaredAt, language)}</span>
      </div>
      <div className="inbox-why">
        {recusal.matter && <NodeLink typename={recusal.matter.__typename} id={recusal.matter.id} caption={recusal.matter.caption} />}
        <span>{recusal.reason}</span>
        {recusal.decidedBy && <span className="soft">{t('access.said', { by: staff.officer(recusal.decidedBy), said: recusal.decision ?? '' })}</span>}
        {recusal.state === 'WAITING' && !mine && <Decide id={recusal.id} done={done} />}
      </div>
    </>
  );
}

function Decide({ id, done }: { id: string; done: () => void }) {
  const { t } = useWords();
  const [answer, setAnswer] = useState<'accept' | 'refuse' | null>(null);
  const decide = useAct(DECIDE, 'Recusal');
  const send = async (accept: boolean, reason: string) => {
    const { refused } = await decide({ id, accept, reason });
    if (!refused) done();
    return refused;
  };
  return (
    <div>
      <div className="bar" role="group" aria-label={t('recusal.decide')}>
        {(['accept', 'refuse'] as const).map((each, index) => (
          <KeyButton key={each} digit={index + 1} type={answer === each ? 'primary' : 'default'} aria-expanded={answer === each} onClick={() => setAnswer(answer === each ? null : each)}>
            {t(`recusal.${each}`)}
          </KeyButton>
        ))}
      </div>
      {answer && (
        <ReasonForm key={answer} asks={t('recusal.why')} sends={t(`recusal.${answer}`)} refusedAs={t('access.notKept')} send={(reason) => send(answer === 'accept', reason)} cancel={() => setAnswer(null)} />
      )}
    </div>
  );
}
