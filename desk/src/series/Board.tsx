import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { DeskNoteOnSeriesMutation, DeskNoteOnSeriesMutationVariables } from '#asked';
import { operation } from '../app/operation';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useAct } from '../parts/useAct';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import noteText from './acts/note.graphql?raw';
import type { FoundSeries } from './SeriesPage';

const NOTE = operation<DeskNoteOnSeriesMutation, DeskNoteOnSeriesMutationVariables>(noteText);

/** What those who work on the series tell each other. */
export function Board({ series, done }: { series: FoundSeries; done: () => void }) {
  const { t, language } = useWords();
  const staff = useStaff();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const note = useAct(NOTE, 'Series');
  const { notes } = series;
  const send = async () => {
    setBusy(true);
    const answer = await note({ id: series.id, text: text.trim() });
    setBusy(false);
    setRefused(answer.refused);
    if (answer.refused) return;
    setText('');
    done();
  };
  return (
    <Panel title={t('series.board')} count={notes.length || undefined} flush>
      <form
        className="board-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Input.TextArea rows={2} aria-label={t('series.note')} placeholder={t('series.note')} value={text} onChange={(event) => setText(event.target.value)} />
        <Button htmlType="submit" loading={busy} disabled={!text.trim()}>
          {t('series.act.note')}
        </Button>
        {refused && <Alert type="error" showIcon title={t('series.refused')} description={refused} />}
      </form>
      {notes.length === 0 && <Nothing title={t('series.noNotes')}>{t('series.noNotesMend')}</Nothing>}
      {notes.length > 0 && (
        <ul className="rows">
          {notes.map((each) => (
            <li key={each.id}>
              <span className="series-why plain-text">{each.text}</span>
              <span className="soft small numbers">
                {staff.officer(each.by)} · {moment(each.at, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
