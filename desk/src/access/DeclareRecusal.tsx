import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { DeskDeclareRecusalMutation, DeskDeclareRecusalMutationVariables } from '#asked';
import { operation } from '../app/operation';
import { ReasonForm } from '../parts/ReasonForm';
import { useAct } from '../parts/useAct';
import { useByNumber } from '../parts/useByNumber';
import { useWords } from '../text';
import declareText from './declare.graphql?raw';

const DECLARE = operation<DeskDeclareRecusalMutation, DeskDeclareRecusalMutationVariables>(declareText);

/** Declares that the officer must have no hand in a clue, named by its number. */
export function DeclareRecusal({ done }: { done: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [asked, setAsked] = useState(false);
  const [number, setNumber] = useState('');
  const byNumber = useByNumber();
  const declare = useAct(DECLARE, 'Recusal');
  const send = async (reason: string) => {
    const clue = await byNumber('clue', number);
    if (!clue.id) return clue.refused ?? null;
    const { refused } = await declare({ matter: clue.id, reason });
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
