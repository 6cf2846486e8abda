import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { term } from '../text/format';
import { ROUNDS, type Round } from './found';
import './pack.css';

const ROUNDS_AT_ONCE = 12;
const UNITS_AT_ONCE = 60;

/** Inspection rounds, newest first, and the units of each; a unit leads to its pack. */
export default function RoundsPage() {
  const { t } = useWords();
  useTitle(t('rounds.title'));
  const [first, setFirst] = useState(ROUNDS_AT_ONCE);
  const [state, again] = useQuery({ query: ROUNDS, variables: { first, units: UNITS_AT_ONCE } });
  return (
    <div className="stack">
      <div className="bar">
        <h1>{t('rounds.title')}</h1>
        <span className="soft">{t('rounds.about')}</span>
      </div>
      <Asked state={state} again={again} rows={14}>
        {({ inspectionRounds: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <Nothing title={t('rounds.none')}>{t('rounds.noneMend')}</Nothing>}
            {nodes.map((round) => (
              <RoundUnits key={round.id} round={round} />
            ))}
            {pageInfo.hasNextPage && (
              <Button block loading={state.fetching} onClick={() => setFirst(first + ROUNDS_AT_ONCE)}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </Asked>
    </div>
  );
}

function RoundUnits({ round }: { round: Round }) {
  const { t, value, language } = useWords();
  const { nodes, totalCount } = round.inspectsConnection;
  return (
    <section className="panel" aria-labelledby={round.id}>
      <div className="panel-head round-head">
        <h2 id={round.id}>{round.caption}</h2>
        {round.roundKind && <Tag>{value('RoundKind', round.roundKind)}</Tag>}
        <span className="soft small numbers">{term(round.beginsOn, round.endsOn, language)}</span>
        <span className="panel-more panel-count">{t('rounds.units', { count: totalCount })}</span>
      </div>
      <ul className="round-units">
        {nodes.map(({ id, unit }) => (
          <li key={id}>
            <Link to={`/unit/${encodeURIComponent(unit.id)}/pack`}>{unit.caption}</Link>
          </li>
        ))}
        {totalCount > nodes.length && <li className="soft">{t('pack.further', { count: totalCount - nodes.length })}</li>}
      </ul>
    </section>
  );
}
