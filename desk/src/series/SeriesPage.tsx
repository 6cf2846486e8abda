import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { DeskSeriesQuery, DeskSeriesQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { moment } from '../text/format';
import { Happened } from './Happened';
import text from './series.graphql?raw';
import { Suggested } from './Suggested';
import './series.css';

const SERIES = operation<DeskSeriesQuery, DeskSeriesQueryVariables>(text);

export type FoundSeries = NonNullable<DeskSeriesQuery['series']>;
type Member = FoundSeries['members'][number];

/** Matters that people judged to be one story: members by channel, what happened, what may belong with it, the board. */
export default function SeriesPage() {
  const { t } = useWords();
  useTitle(t('series.title'));
  const { id = '' } = useParams();
  const [state, again] = useQuery({ query: SERIES, variables: { id } });
  return (
    <Asked state={state} again={again} rows={14}>
      {({ series }) => (series ? <Shown series={series} /> : <Nothing title={t('matter.none')}>{t('matter.noneMend')}</Nothing>)}
    </Asked>
  );
}

function Shown({ series }: { series: FoundSeries }) {
  const { t, value, language } = useWords();
  const present = series.members.filter((each) => !each.leftAt);
  const left = series.members.filter((each) => each.leftAt);
  const of = present.map(({ matter }) => matter.id).join(',');
  return (
    <article className="matter">
      <header className="panel matter-head">
        <div className="bar">
          <Tag color={series.state === 'OPEN' ? 'blue' : 'default'}>{value('SeriesState', series.state)}</Tag>
          <span className="soft">{t('series.led', { team: series.leadTeam })}</span>
          <span className="soft small numbers">{t('series.opened', { by: series.openedBy, at: moment(series.openedAt, language) })}</span>
          {series.closedAt && <span className="soft small numbers">{t('series.closed', { at: moment(series.closedAt, language) })}</span>}
          <span className="matter-to-graph">
            <Link to={`/graph?of=${encodeURIComponent(of)}`}>{t('graph.openThese')}</Link>
          </span>
        </div>
        <h1>{series.title ?? series.caption}</h1>
        {series.reason && <p className="plain-text">{series.reason}</p>}
      </header>
      <Members members={present} />
      <div className="matter-columns">
        <div className="stack">
          <Suggested suggestions={series.suggestions} />
          {left.length > 0 && (
            <Panel title={t('series.left')} count={left.length} flush>
              <ul className="rows">
                {left.map(({ matter, leftAt, leftWhy }) => (
                  <li key={matter.id}>
                    <NodeLink typename={matter.__typename} id={matter.id} caption={matter.caption} />
                    <span className="soft small numbers">{moment(leftAt, language)}</span>
                    <span className="small">{leftWhy}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <Board notes={series.notes} />
        </div>
        <Happened events={series.timeline} />
      </div>
    </article>
  );
}

/** The members in columns, one for each channel. */
function Members({ members }: { members: readonly Member[] }) {
  const { t, language } = useWords();
  const channels = new Map<string, Member[]>();
  for (const each of members) channels.set(each.matter.channel ?? '', [...(channels.get(each.matter.channel ?? '') ?? []), each]);
  return (
    <div className="series-channels">
      {[...channels].map(([channel, those]) => (
        <section key={channel} className="panel">
          <div className="panel-head">
            <h2>
              <ChannelMark channel={channel || 'OTHER'} />
            </h2>
            <span className="panel-count">{those.length}</span>
          </div>
          <ul className="rows">
            {those.map(({ matter, why, addedBy, addedAt, isJoined }) => (
              <li key={matter.id}>
                <NodeLink typename={matter.__typename} id={matter.id} caption={matter.caption} />
                <span className="soft small numbers">{matter.number}</span>
                {!isJoined && members.length > 1 && <Tag color="orange">{t('series.notJoined')}</Tag>}
                <span className="series-why soft small">
                  {why} {t('series.added', { by: addedBy, at: moment(addedAt, language) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Board({ notes }: { notes: FoundSeries['notes'] }) {
  const { t, language } = useWords();
  return (
    <Panel title={t('series.board')} count={notes.length || undefined} flush={notes.length > 0}>
      {notes.length === 0 && <Nothing title={t('series.noNotes')}>{t('series.noNotesMend')}</Nothing>}
      {notes.length > 0 && (
        <ul className="rows">
          {notes.map((each) => (
            <li key={each.id}>
              <span className="series-why">{each.text}</span>
              <span className="soft small numbers">
                {each.by} · {moment(each.at, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
