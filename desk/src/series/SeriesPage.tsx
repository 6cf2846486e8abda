import { Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { DeskSeriesQuery, DeskSeriesQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useTitle } from '../parts/useTitle';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import { SeriesActs } from './acts/SeriesActs';
import { Board } from './Board';
import { Happened } from './Happened';
import { Members } from './Members';
import text from './series.graphql?raw';
import { Suggested } from './Suggested';
import './series.css';

const SERIES = operation<DeskSeriesQuery, DeskSeriesQueryVariables>(text);

export type FoundSeries = NonNullable<DeskSeriesQuery['series']>;

/** Matters that people judged to be one story: members by channel, what happened, what may belong with it, the board. */
export default function SeriesPage() {
  const { t } = useWords();
  useTitle(t('series.title'));
  const { id = '' } = useParams();
  const [state, again] = useQuery({ query: SERIES, variables: { id } });
  return (
    <Asked state={state} again={again} rows={14}>
      {({ series }) => (series ? <Shown key={series.id} series={series} again={() => again({ requestPolicy: 'network-only' })} /> : <Nothing title={t('matter.none')}>{t('matter.noneMend')}</Nothing>)}
    </Asked>
  );
}

function Shown({ series, again }: { series: FoundSeries; again: () => void }) {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const [chosen, setChosen] = useState<string[]>([]);
  const isOpen = series.state === 'OPEN';
  const done = () => {
    setChosen([]);
    again();
  };
  const present = series.members.filter((each) => !each.leftAt);
  const left = series.members.filter((each) => each.leftAt);
  const of = present.map(({ matter }) => matter.id).join(',');
  return (
    <article className="matter">
      <header className="panel matter-head">
        <div className="bar">
          <Tag color={series.state === 'OPEN' ? 'blue' : 'default'}>{value('SeriesState', series.state)}</Tag>
          <span className="soft">{t('series.led', { team: staff.team(series.leadTeam) })}</span>
          <span className="soft small numbers">{t('series.opened', { by: staff.officer(series.openedBy), at: moment(series.openedAt, language) })}</span>
          {series.closedAt && <span className="soft small numbers">{t('series.closed', { at: moment(series.closedAt, language) })}</span>}
          <span className="matter-to-graph bar">
            <Link to="/series">{t('series.all')}</Link>
            <Link to={`/graph?of=${encodeURIComponent(of)}`}>{t('graph.openThese')}</Link>
          </span>
        </div>
        <h1>{series.title ?? series.caption}</h1>
        {series.reason && <p className="plain-text">{series.reason}</p>}
        {isOpen && <SeriesActs series={series} chosen={chosen} done={done} />}
      </header>
      <Members members={present} chosen={chosen} choose={isOpen ? setChosen : null} />
      <div className="matter-columns">
        <div className="stack">
          <Suggested series={series} done={done} />
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
          <Board series={series} done={done} />
        </div>
        <Happened events={series.timeline} />
      </div>
    </article>
  );
}
