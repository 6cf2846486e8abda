import { App, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type {
  DeskAnswerAccessMutation,
  DeskAnswerAccessMutationVariables,
  DeskRevokeAccessMutation,
  DeskRevokeAccessMutationVariables,
} from '#asked';
import { operation } from '../app/operation';
import { KeyButton } from '../lists/KeyButton';
import { ReasonForm } from '../parts/ReasonForm';
import { refusalOf } from '../parts/refusal';
import { useWords } from '../text';
import answerText from './answer_access.graphql?raw';
import type { AccessAsked } from './found';
import revokeText from './revoke_access.graphql?raw';

const ANSWER = operation<DeskAnswerAccessMutation, DeskAnswerAccessMutationVariables>(answerText);
const REVOKE = operation<DeskRevokeAccessMutation, DeskRevokeAccessMutationVariables>(revokeText);

type Answer = 'give' | 'refuse' | 'takeBack';

/** What may be said to a request: to give it, in whole or in part, until a day; to refuse it; to take it back. */
export function AnswerAccess({ asked, mine, done }: { asked: AccessAsked; mine: boolean; done: () => void }) {
  const words = useWords();
  const { t } = words;
  const { message } = App.useApp();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [until, setUntil] = useState(asked.askedUntil.slice(0, 10));
  const [chosen, setChosen] = useState(asked.matters.map((each) => each.id));
  const [key] = useState(() => crypto.randomUUID());
  const [, answerIt] = useMutation(ANSWER);
  const [, takeBack] = useMutation(REVOKE);

  const offered: Answer[] =
    asked.state === 'WAITING' ? (mine ? ['takeBack'] : ['give', 'refuse']) : asked.state === 'APPROVED' ? ['takeBack'] : [];
  if (offered.length === 0) return null;
  const send = async (said: Answer, reason: string) => {
    const refused = said === 'takeBack' ? await revoked(reason) : await answered(said === 'give', reason);
    if (refused) return refused;
    void message.success(t(`access.${said}Done`));
    setAnswer(null);
    done();
    return null;
  };
  const revoked = async (reason: string) => {
    const { data, error } = await takeBack({ id: asked.id, reason, clientKey: key });
    return refusalOf(data?.revokeAccess, error, 'AccessRequest', words);
  };
  const answered = async (approve: boolean, reason: string) => {
    const end = approve ? `${until}T23:59:59` : null;
    const some = approve && chosen.length < asked.matters.length ? chosen : null;
    const { data, error } = await answerIt({ id: asked.id, approve, until: end, matters: some, reason, clientKey: key });
    return refusalOf(data?.answerAccess, error, 'AccessRequest', words);
  };
  return (
    <div>
      <div className="bar" role="group" aria-label={t('access.answer')}>
        {offered.map((each, index) => (
          <KeyButton key={each} digit={index + 1} type={answer === each ? 'primary' : 'default'} onClick={() => setAnswer(each)}>
            {t(`access.${each}`)}
          </KeyButton>
        ))}
      </div>
      {answer && (
        <ReasonForm
          asks={t('access.reason')}
          sends={t(`access.${answer}`)}
          refusedAs={t('access.notKept')}
          ready={answer !== 'give' || (until !== '' && (chosen.length > 0 || asked.matters.length === 0))}
          send={(reason) => send(answer, reason)}
          cancel={() => setAnswer(null)}
        >
          {answer === 'give' && (
            <>
              <label className="bar">
                {t('access.until')}
                <Input className="day-input" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
              </label>
              {asked.matters.length > 1 && (
                <Checkbox.Group
                  value={chosen}
                  onChange={setChosen}
                  options={asked.matters.map((each) => ({ value: each.id, label: `${each.number ?? ''} ${each.caption}` }))}
                />
              )}
            </>
          )}
        </ReasonForm>
      )}
    </div>
  );
}
