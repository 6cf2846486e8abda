import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DeskOpenSeriesMutation, DeskOpenSeriesMutationVariables } from '#asked';
import { operation } from '../../app/operation';
import { ReasonForm } from '../../parts/ReasonForm';
import { useAct } from '../../parts/useAct';
import { useWords } from '../../text';
import openText from './open.graphql?raw';

const OPEN = operation<DeskOpenSeriesMutation, DeskOpenSeriesMutationVariables>(openText);

/** Makes a series of two matters whose link was confirmed, and goes there. */
export function OpenSeries({ matters }: { matters: readonly string[] }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const [title, setTitle] = useState('');
  const open = useAct(OPEN, 'Series');
  const send = async (reason: string) => {
    const { refused, id } = await open({ matters: [...matters], title: title.trim(), reason });
    if (refused) return refused;
    void message.success(t('series.done.open'));
    if (id) void navigate(`/series/${encodeURIComponent(id)}`);
    return null;
  };
  return (
    <div>
      <Button size="small" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {t('series.act.open')}
      </Button>
      {asked && (
        <ReasonForm
          asks={t('series.reason')}
          sends={t('series.act.open')}
          refusedAs={t('series.refused')}
          ready={title.trim() !== ''}
          send={send}
          cancel={() => setAsked(false)}
        >
          <Input aria-label={t('series.newTitle')} placeholder={t('series.newTitle')} value={title} onChange={(event) => setTitle(event.target.value)} />
        </ReasonForm>
      )}
    </div>
  );
}
