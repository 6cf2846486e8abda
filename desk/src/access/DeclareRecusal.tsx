import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useClient } from 'urql';
import type {
  DeskClueOfNumberQuery, DeskClueOfNumberQueryVariables, DeskDeclareRecusalMutation, DeskDeclareRecusalMutationVariables,
} from '#asked'; // prettier-ignore
import { operation } from '../app/operation';
import { sayingOf } from '../parts/Asked';
import { ReasonForm } from '../parts/ReasonForm';
import { useAct } from '../parts/useAct';
import { useWords } from '../text';
import numberText from './clue_of_number.graphql?raw';
import declareText from './declare.graphql?raw';

const BY_NUMBER = operation<DeskClueOfNumberQuery, DeskClueOfNumberQueryVariables>(numberText);
const DECLARE = operation<DeskDeclareRecusalMutation, DeskDeclareRecusalMutationVariables>(declareText);

/** Declares that the officer must have no hand in a clue, named by its number. */
export function DeclareRecusal({ done }: { done: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [asked, setAsked] = useState(false);
  const [number, setNumber] = useState('');
  const client = useClient();
  const declare = useAct(DECLARE, 'Recusal');
  const send = async (reason: string) => {
    const { data, error } = await client.query(BY_NUMBER, { number: number.trim() });
    if (!data?.clue) return t(error && error.networkError ? sayingOf(error) : 'matter.none');
    const { refused } = await declare({ matter: data.clue.id, reason });
    if (refused) return refused;
    void message.success(t('recusal.declared'));
    setAsked(false);
    done();
    return null;
  };
  return (
    <div className="panel-body">
      <Button size="small" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {t('recusal.declare')}
      </Button>
      {asked && (
        <ReasonForm asks={t('recusal.why')} sends={t('recusal.declare')} refusedAs={t('access.notKept')} ready={number.trim() !== ''} send={send} cancel={() => setAsked(false)}>
          <Input autoComplete="off" className="team-select" aria-label={t('recusal.number')} placeholder={t('recusal.number')} value={number} onChange={(event) => setNumber(event.target.value)} />
        </ReasonForm>
      )}
    </div>
  );
}
