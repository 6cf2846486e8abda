import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type {
  DeskCloseSeriesMutation, DeskCloseSeriesMutationVariables, DeskJoinSeriesMutation, DeskJoinSeriesMutationVariables,
  DeskRemoveFromSeriesMutation, DeskRemoveFromSeriesMutationVariables, DeskSetLeadTeamMutation,
  DeskSetLeadTeamMutationVariables, DeskSplitSeriesMutation, DeskSplitSeriesMutationVariables,
} from '#asked'; // prettier-ignore
import { operation } from '../../app/operation';
import { ReasonForm } from '../../parts/ReasonForm';
import { TeamSelect } from '../../parts/TeamSelect';
import { useAct } from '../../parts/useAct';
import { useWords } from '../../text';
import type { FoundSeries } from '../SeriesPage';
import closeText from './close.graphql?raw';
import joinText from './join.graphql?raw';
import leadText from './lead.graphql?raw';
import { OtherSeries } from './OtherSeries';
import removeText from './remove.graphql?raw';
import splitText from './split.graphql?raw';

const REMOVE = operation<DeskRemoveFromSeriesMutation, DeskRemoveFromSeriesMutationVariables>(removeText);
const SPLIT = operation<DeskSplitSeriesMutation, DeskSplitSeriesMutationVariables>(splitText);
const JOIN = operation<DeskJoinSeriesMutation, DeskJoinSeriesMutationVariables>(joinText);
const LEAD = operation<DeskSetLeadTeamMutation, DeskSetLeadTeamMutationVariables>(leadText);
const CLOSE = operation<DeskCloseSeriesMutation, DeskCloseSeriesMutationVariables>(closeText);
const ACTS = ['remove', 'split', 'join', 'lead', 'close'] as const;
type Act = (typeof ACTS)[number];

interface Props {
  series: FoundSeries;
  /** The members that are chosen, for those acts that are about some of them. */
  chosen: readonly string[];
  done: () => void;
}

/** What may be done with a series as a whole and with the members that are chosen, each with a reason. */
export function SeriesActs({ series, chosen, done }: Props) {
  const { t } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [act, setAct] = useState<Act | null>(null);
  const [title, setTitle] = useState('');
  const [team, setTeam] = useState<string | null>(null);
  const [absorbed, setAbsorbed] = useState<string | null>(null);
  const [remove, split, join] = [useAct(REMOVE, 'Series'), useAct(SPLIT, 'Series'), useAct(JOIN, 'Series')];
  const [lead, close] = [useAct(LEAD, 'Series'), useAct(CLOSE, 'Series')];
  const { id } = series;
  const matters = [...chosen];
  const sent = (said: Act, reason: string) => {
    if (said === 'remove') return remove({ id, matters, reason });
    if (said === 'split') return split({ id, matters, title: title.trim(), leadTeam: team, reason });
    if (said === 'join') return join({ id, absorbed: absorbed ?? '', reason });
    return said === 'lead' ? lead({ id, team: team ?? '', reason }) : close({ id, reason });
  };
  const send = async (said: Act, reason: string) => {
    const { refused, id: made } = await sent(said, reason);
    if (refused) return refused;
    void message.success(t(`series.done.${said}`));
    setAct(null);
    done();
    if (said === 'split' && made) void navigate(`/series/${encodeURIComponent(made)}`);
    return null;
  };
  const ready: Record<Act, boolean> = {
    remove: chosen.length > 0,
    split: chosen.length > 0 && title.trim() !== '',
    join: absorbed !== null,
    lead: team !== null,
    close: true,
  };
  return (
    <div className="stack">
      <div className="bar" role="group" aria-label={t('series.acts')}>
        {ACTS.map((each) => (
          <Button key={each} size="small" type={act === each ? 'primary' : 'default'} aria-expanded={act === each} onClick={() => setAct(act === each ? null : each)}>
            {t(`series.act.${each}`)}
          </Button>
        ))}
      </div>
      {act && (
        <ReasonForm
          key={act}
          asks={t('series.reason')}
          sends={t(`series.act.${act}`)}
          refusedAs={t('series.refused')}
          ready={ready[act]}
          send={(reason) => send(act, reason)}
          cancel={() => setAct(null)}
        >
          {(act === 'remove' || act === 'split') && <p className="soft">{t('series.chosen', { count: chosen.length })}</p>}
          {act === 'split' && <Input aria-label={t('series.newTitle')} placeholder={t('series.newTitle')} value={title} onChange={(event) => setTitle(event.target.value)} />}
          {(act === 'split' || act === 'lead') && <TeamSelect label={t(act === 'lead' ? 'series.team' : 'series.teamOrNone')} value={team} onChange={setTeam} />}
          {act === 'join' && <OtherSeries but={id} value={absorbed} onChange={setAbsorbed} />}
        </ReasonForm>
      )}
    </div>
  );
}
