import { App, Input, Tag } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { AlertState, DeskCheckAlertMutation, DeskCheckAlertMutationVariables } from '#asked';
import { operation } from '../app/operation';
import { KeyButton } from '../lists/KeyButton';
import { NodeLink } from '../parts/NodeLink';
import { ReasonForm } from '../parts/ReasonForm';
import { refusalOf } from '../parts/refusal';
import { useByNumber } from '../parts/useByNumber';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import text from './check.graphql?raw';
import type { FoundAlert } from './found';

const CHECK = operation<DeskCheckAlertMutation, DeskCheckAlertMutationVariables>(text);
const OUTCOMES: readonly AlertState[] = ['DISMISSED', 'TO_UNIT', 'TO_CLUE'];
const BECOMES: Partial<Record<AlertState, 'clue' | 'ticket'>> = { TO_UNIT: 'ticket', TO_CLUE: 'clue' };

/** What came of the alert at a desk, with a reason; what was said before stays beneath. */
export function AlertCheck({ alert, done }: { alert: FoundAlert; done: () => void }) {
  const words = useWords();
  const { t, value, language } = words;
  const staff = useStaff();
  const byNumber = useByNumber();
  const { message } = App.useApp();
  const [outcome, setOutcome] = useState<AlertState | null>(null);
  const [number, setNumber] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [, check] = useMutation(CHECK);
  const offered = OUTCOMES.filter((each) => each !== alert.state);
  if (alert.state !== 'OPEN') offered.push('OPEN');

  const send = async (said: AlertState, reason: string) => {
    const kind = BECOMES[said];
    const became = kind && number.trim() ? await byNumber(kind, number) : {};
    if (became.refused) return became.refused;
    const { data, error } = await check({ id: alert.id, outcome: said, reason, matter: became.id ?? null, seen: alert.state, clientKey: key });
    const refused = refusalOf(data?.checkAlert, error, 'Alert', words);
    if (refused) return refused;
    void message.success(t('alerts.kept', { outcome: value('AlertState', said) }));
    setOutcome(null);
    setKey(crypto.randomUUID());
    done();
    return null;
  };
  return (
    <section className="alert-check" aria-label={t('alerts.check')}>
      <div className="bar" role="group" aria-label={t('alerts.check')}>
        {offered.map((each, index) => (
          <KeyButton key={each} digit={index + 1} type={outcome === each ? 'primary' : 'default'} onClick={() => setOutcome(each)}>
            {t(`alerts.${each}`)}
          </KeyButton>
        ))}
      </div>
      {outcome && (
        <ReasonForm
          asks={t(outcome === 'DISMISSED' ? 'alerts.whyInnocent' : 'alerts.why')}
          sends={t(`alerts.${outcome}`)}
          refusedAs={t('alerts.refused')}
          send={(reason) => send(outcome, reason)}
          cancel={() => setOutcome(null)}
        >
          {BECOMES[outcome] && (
            <Input
              aria-label={t(`alerts.number.${outcome as 'TO_UNIT' | 'TO_CLUE'}`)}
              placeholder={t(`alerts.number.${outcome as 'TO_UNIT' | 'TO_CLUE'}`)}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </ReasonForm>
      )}
      {alert.checks.length > 0 && (
        <ul className="plain-list small">
          {alert.checks.map((each) => (
            <li key={each.id} className={each.retiredAt ? 'soft' : ''}>
              <Tag>{value('AlertState', each.outcome)}</Tag> {each.reason}{' '}
              <span className="soft numbers">
                {staff.officer(each.by)} · {moment(each.at, language)}
              </span>{' '}
              {each.matter && <NodeLink typename={each.matter.__typename} id={each.matter.id} caption={each.matter.number ?? each.matter.caption} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
