import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { DeskMatterQuery, DeskMatterQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Hits } from '../hits/Hits';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { Facts } from '../parts/Facts';
import { isMatter } from '../parts/kinds';
import { KindMark } from '../parts/KindMark';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { Acts } from './Acts';
import { Connected } from './Connected';
import { Custody } from './Custody';
import { Deadlines } from './Deadlines';
import text from './matter.graphql?raw';
import { MarkedText } from './MarkedText';
import { Named } from './Named';
import './matter.css';

const MATTER = operation<DeskMatterQuery, DeskMatterQueryVariables>(text);

export type FoundMatter = Extract<NonNullable<DeskMatterQuery['node']>, { names: unknown }>;

/** One matter: how it stands, what it says, what belongs with it, who had it, and what may be done next. */
export default function MatterPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  useTitle(t('matter.title'));
  const [state, again] = useQuery({ query: MATTER, variables: { id } });
  return (
    <Asked state={state} again={again} rows={14}>
      {({ node }) =>
        node && isMatter(node.__typename) ? (
          <Shown matter={node as FoundMatter} again={() => again({ requestPolicy: 'network-only' })} />
        ) : (
          <Nothing title={t('matter.none')}>{t('matter.noneMend')}</Nothing>
        )
      }
    </Asked>
  );
}

function Shown({ matter, again }: { matter: FoundMatter; again: () => void }) {
  const { t, value } = useWords();
  const clue = matter.__typename === 'Clue' ? matter : null;
  return (
    <article className="matter">
      <header className="panel matter-head">
        <div className="bar">
          <KindMark typename={matter.__typename} />
          <span className="numbers strong">{matter.number}</span>
          <ChannelMark channel={matter.channel} />
          {matter.problem && <Tag>{value('Problem', matter.problem)}</Tag>}
          {clue && <Tag color="blue">{value('ClueStage', clue.stage)}</Tag>}
          {clue?.heldBy && <span className="soft">{t('matter.heldBy', { team: teamOf(clue, clue.heldBy) })}</span>}
          {matter.series.map((each) => (
            <Tag key={each.id} color="purple">
              {t('matter.series', { title: each.title ?? '' })}
            </Tag>
          ))}
          <span className="matter-to-graph">
            <Link to={`/graph?of=${encodeURIComponent(matter.id)}`}>{t('graph.openThis')}</Link>
          </span>
        </div>
        <h1>{matter.title ?? matter.caption}</h1>
        {clue && <Deadlines deadlines={clue.deadlines} dueOn={clue.dueOn} />}
      </header>
      <div className="matter-columns">
        <div className="stack">
          <Panel title={t('matter.text')}>
            <MarkedText text={matter.text} mentions={matter.mentions} />
          </Panel>
          <Connected matter={matter.id} />
        </div>
        <div className="stack">
          {clue && <Acts clue={clue} done={again} />}
          <Panel title={t('matter.names')} count={matter.names.length || undefined} flush>
            <Named matter={matter} />
          </Panel>
          <Panel title={t('matter.facts')}>
            <Facts
              kind={matter.__typename}
              node={matter}
              leftOut={['number', 'channel', 'problem', 'stage', 'heldBy']}
              provenance={matter.provenance}
            />
          </Panel>
          <Hits about={matter.id} />
          <Panel title={t('matter.custody')}>
            <Custody matter={matter} />
          </Panel>
        </div>
      </div>
    </article>
  );
}

/** The name of the team with this code, as far as the page knows it. */
function teamOf(clue: Extract<FoundMatter, { __typename: 'Clue' }>, code: string): string {
  return clue.handledBy.length === 1 ? (clue.handledBy[0]?.team.caption ?? code) : code;
}
