import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { InspectionRoundFilter, InspectionRoundOrder } from '#asked';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useTitle } from '../parts/useTitle';
import { useViewer } from '../parts/useViewer';
import { useWords } from '../text';
import { term, todayInChina } from '../text/format';
import { ROUNDS, type Round } from './found';
import './pack.css';

const ROUNDS_AT_ONCE = 12;
const UNITS_AT_ONCE = 60;

/** Inspection rounds: what goes on and comes, the soonest first, then what is over; a unit leads to its pack. */
export default function RoundsPage() {
  const { t } = useWords();
  useTitle(t('rounds.title'));
  const coming = { where: { endsOn: { gte: todayInChina() } } };
  return (
    <div className="stack">
      <div className="bar">
        <h1>{t('rounds.title')}</h1>
        <span className="soft">{t('rounds.about')}</span>
      </div>
      <Rounds title={t('rounds.coming')} filter={coming} orderBy="BEGINS_ON_ASC" open />
      <Rounds title={t('rounds.gone')} filter={{ not: coming }} orderBy="NEWEST" />
    </div>
  );
}

interface RoundsProps {
  title: string;
  filter: InspectionRoundFilter;
  orderBy: InspectionRoundOrder;
  /** Whether the units of each round are shown at once. */
  open?: boolean;
}

function Rounds({ title, filter, orderBy, open = false }: RoundsProps) {
  const { t } = useWords();
  const [first, setFirst] = useState(ROUNDS_AT_ONCE);
  const [state, again] = useQuery({ query: ROUNDS, variables: { filter, orderBy, first, units: UNITS_AT_ONCE } });
  return (
    <section className="stack" aria-label={title}>
      <h2 className="rounds-when">{title}</h2>
      <Asked state={state} again={again} rows={7}>
        {({ inspectionRounds: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <Nothing title={t('rounds.none')}>{t('rounds.noneMend')}</Nothing>}
            {nodes.map((round) => (
              <RoundUnits key={round.id} round={round} open={open} />
            ))}
            {pageInfo.hasNextPage && (
              <Button block loading={state.fetching} onClick={() => setFirst(first + ROUNDS_AT_ONCE)}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function RoundUnits({ round, open }: { round: Round; open: boolean }) {
  const { t, value, language } = useWords();
  const { nodes, totalCount } = round.inspectsConnection;
  const teams = new Set(useViewer()?.teams.map(({ team }) => team.teamCode));
  const isOwn = ({ inspectingTeam }: (typeof nodes)[number]) => inspectingTeam !== null && teams.has(inspectingTeam);
  const ordered = [...nodes.filter(isOwn), ...nodes.filter((each) => !isOwn(each))];
  return (
    <details className="panel" open={open} aria-labelledby={round.id}>
      <summary className="panel-head round-head">
        <h3 id={round.id}>{round.caption}</h3>
        {round.roundKind && <Tag>{value('RoundKind', round.roundKind)}</Tag>}
        <span className="soft small numbers">{term(round.beginsOn, round.endsOn, language)}</span>
        {ordered.some(isOwn) && <Tag className="round-own">{t('rounds.own')}</Tag>}
        <span className="panel-more panel-count">{t('rounds.units', { count: totalCount })}</span>
      </summary>
      <ul className="round-units">
        {ordered.map((each) => (
          <li key={each.id}>
            <Link to={`/unit/${encodeURIComponent(each.unit.id)}/pack`}>{each.unit.caption}</Link>
            {isOwn(each) && <Tag className="round-own">{t('rounds.own')}</Tag>}
          </li>
        ))}
        {totalCount > nodes.length && <li className="soft">{t('pack.further', { count: totalCount - nodes.length })}</li>}
      </ul>
    </details>
  );
}
