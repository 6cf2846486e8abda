import { Alert, App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { DeskChangeViewMutation, DeskChangeViewMutationVariables, DeskSaveViewMutation, DeskSaveViewMutationVariables, ViewPictureInput } from '#asked';
import { operation } from '../../app/operation';
import { TeamsSelect } from '../../parts/TeamsSelect';
import { useAct } from '../../parts/useAct';
import { useWords } from '../../text';
import changeText from './change.graphql?raw';
import saveText from './save.graphql?raw';
import type { SavedState } from './useSaved';

const SAVE = operation<DeskSaveViewMutation, DeskSaveViewMutationVariables>(saveText);
const CHANGE = operation<DeskChangeViewMutation, DeskChangeViewMutationVariables>(changeText);

interface Props {
  saved: SavedState;
  picture: () => ViewPictureInput;
  empty: boolean;
  done: () => void;
}

/** Saves the picture under a name, for oneself or for teams; what is open and one's own can be saved anew. */
export function SaveView({ saved, picture, empty, done }: Props) {
  const { t } = useWords();
  const { message } = App.useApp();
  const { view } = saved;
  const [title, setTitle] = useState('');
  const [remark, setRemark] = useState('');
  const [teams, setTeams] = useState<string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = useAct(SAVE, 'SavedView');
  const change = useAct(CHANGE, 'SavedView');
  useEffect(() => {
    setTitle(view?.title ?? '');
    setRemark(view?.remark ?? '');
    setTeams(view?.mayChange ? [...view.sharedWith] : []);
  }, [view?.id]);

  const keep = async (id: string | null) => {
    setBusy(true);
    setRefused(null);
    const given = { title: title.trim(), remark: remark.trim(), picture: picture(), sharedWith: teams };
    const answer = id ? await change({ id, ...given }) : await save(given);
    setRefused(answer.refused);
    if (!answer.refused && answer.id) {
      await saved.know(answer.id);
      void message.success(t('views.kept'));
      done();
    }
    setBusy(false);
  };
  const blocked = empty || !title.trim() || busy;
  return (
    <form
      className="save-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked) void keep(view?.mayChange ? view.id : null);
      }}
    >
      <Input aria-label={t('views.name')} placeholder={t('views.name')} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
      <Input.TextArea aria-label={t('views.remark')} placeholder={t('views.remark')} className="grows" rows={1} value={remark} onChange={(event) => setRemark(event.target.value)} />
      <TeamsSelect label={t('views.teams')} value={teams} onChange={setTeams} />
      <p className="small soft">{t('views.teamsTold')}</p>
      <div className="bar">
        {view?.mayChange && (
          <Button htmlType="submit" type="primary" loading={busy} disabled={blocked}>
            {t('views.change')}
          </Button>
        )}
        <Button htmlType={view?.mayChange ? 'button' : 'submit'} type={view?.mayChange ? 'default' : 'primary'} disabled={blocked} onClick={view?.mayChange ? () => void keep(null) : undefined}>
          {view ? t('views.saveNew') : t('views.save')}
        </Button>
      </div>
      {refused && <Alert type="error" showIcon title={t('views.refused')} description={refused} />}
    </form>
  );
}
