import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Hits } from '../hits/Hits';
import { useHeard } from '../live/live';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { Facts } from '../parts/Facts';
import { isMatter } from '../parts/kinds';
import { KindMark } from '../parts/KindMark';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { inOneTongue } from '../parts/tongue';
import { useTitle } from '../parts/useTitle';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { Acts } from './Acts';
import { Connected } from './Connected';
import { Custody } from './Custody';
import { Deadlines } from './Deadlines';
import { CUSTODY, LIFE, MATTER, MENTIONS, type ClueLife, type FoundCustody, type FoundMatter, type Mention } from './found';
import { MarkedText } from './MarkedText';
import { Named } from './Named';

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
          <Shown matter={node as FoundMatter} />
        ) : (
          <Nothing title={t('matter.none')}>{t('matter.noneMend')}</Nothing>
        )
      }
    </Asked>
  );
}

function Shown({ matter }: { matter: FoundMatter }) {
  const { t, value, language } = useWords();
  const { id } = matter;
  const isAlert = matter.__typename === 'Alert';
  const isClue = matter.__typename === 'Clue';
  const [custody, readCustody] = useQuery({ query: CUSTODY, variables: { id } });
  const [mentions] = useQuery({ query: MENTIONS, variables: { id }, pause: !matter.text });
  const [standing, readStanding] = useQuery({ query: LIFE, variables: { id }, pause: !isClue });
  const chain = custody.data?.node as FoundCustody | null | undefined;
  const life = standing.data?.node as ClueLife | null | undefined;
  const again = () => {
    readStanding({ requestPolicy: 'network-only' });
    readCustody({ requestPolicy: 'network-only' });
  };
  useHeard(id, again);
  const staff = useStaff();
  return (
    <article className="matter">
      <header className="panel matter-head">
        <div className="bar">
          <KindMark typename={matter.__typename} />
          <span className="numbers strong">{matter.number}</span>
          <ChannelMark channel={matter.channel} />
          {matter.problem && <Tag>{value('Problem', matter.problem)}</Tag>}
          {life && <Tag color="blue">{value('ClueStage', life.stage)}</Tag>}
          {life?.heldBy && <span className="soft">{t('matter.heldBy', { team: staff.team(life.heldBy) })}</span>}
          {matter.__typename === 'Ticket' && <Took ticket={matter} />}
          {chain?.series.map((each) => (
            <Tag key={each.id} color="purple">
              <Link to={`/series/${encodeURIComponent(each.id)}`}>{t('matter.series', { title: each.title ?? '' })}</Link>
            </Tag>
          ))}
          <span className="matter-to-graph bar">
            {isAlert && <Link to={`/alerts?alert=${encodeURIComponent(id)}`}>{t('alerts.openThis')}</Link>}
            <Link to={`/graph?of=${encodeURIComponent(id)}`}>{t('graph.openThis')}</Link>
          </span>
        </div>
        <h1>{isAlert ? inOneTongue(matter.caption, language) : (matter.title ?? matter.caption)}</h1>
        {life && <Deadlines deadlines={life.deadlines} dueOn={'dueOn' in matter ? matter.dueOn : null} />}
      </header>
      <div className="matter-columns">
        <div className="stack">
          <Panel title={t('matter.text')}>
            <MarkedText text={matter.text} mentions={mentionsOf(mentions.data?.node)} />
          </Panel>
          <Connected matter={id} taken={(chain?.series.length ?? 0) > 0} />
        </div>
        <div className="stack">
          {isClue && (
            <Panel title={t('acts.title')}>
              <Asked state={standing} again={readStanding} rows={2}>
                {() => (life ? <Acts clue={id} life={life} done={again} /> : null)}
              </Asked>
            </Panel>
          )}
          <Panel title={t('matter.names')} count={matter.names.length || undefined} flush>
            <Named matter={matter} />
          </Panel>
          <Panel title={t('matter.facts')}>
            <Facts kind={matter.__typename} node={matter} leftOut={['number', 'channel', 'problem']} provenance={matter.provenance} />
          </Panel>
          <Hits about={id} />
          <Panel title={t('matter.custody')}>
            <Asked state={custody} again={readCustody} rows={3}>
              {() => (chain ? <Custody matter={matter} chain={chain} life={life ?? null} /> : null)}
            </Asked>
          </Panel>
        </div>
      </div>
    </article>
  );
}

const HOUR = 3_600_000;

/** How long the answer to a ticket took, in hours up to two days. */
function Took({ ticket: { askedAt, answeredAt } }: { ticket: { askedAt: string | null; answeredAt: string | null } }) {
  const { t } = useWords();
  if (!askedAt || !answeredAt) return null;
  const hours = Math.round((Date.parse(answeredAt) - Date.parse(askedAt)) / HOUR);
  return <span className="soft numbers">{hours <= 48 ? t('ticket.tookHours', { count: hours }) : t('ticket.tookDays', { count: Math.round(hours / 24) })}</span>;
}

function mentionsOf(node: object | null | undefined): readonly Mention[] {
  return node && 'mentions' in node ? (node.mentions as Mention[]) : [];
}
