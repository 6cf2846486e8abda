import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useWords } from '../text';
import { TEAM, type FoundTeam } from './found';

/** The units that a team oversees, each with its pack, and who works in the team. */
export function TeamTies({ id }: { id: string }) {
  const { t } = useWords();
  const [state, again] = useQuery({ query: TEAM, variables: { id } });
  const team = state.data?.node as FoundTeam | null | undefined;
  return (
    <>
      <Panel title={t('team.units')} count={team?.overseesConnection.totalCount || undefined} flush>
        <Asked state={state} again={again} rows={6}>
          {() => <Units oversees={team?.overseesConnection ?? { totalCount: 0, nodes: [] }} />}
        </Asked>
      </Panel>
      <Panel title={t('team.members')} count={team?.members.length || undefined} flush>
        <Asked state={state} again={again} rows={3}>
          {() => (
            <ul className="rows">
              {(team?.members ?? []).map(({ id: key, officer }) => (
                <li key={key}>
                  <span>{officer.officerName ?? officer.officerId}</span>
                  <span className="soft small">{officer.officerId}</span>
                  <span className="rows-end">{officer.officerRole}</span>
                </li>
              ))}
            </ul>
          )}
        </Asked>
      </Panel>
    </>
  );
}

function Units({ oversees }: { oversees: Pick<FoundTeam['overseesConnection'], 'totalCount' | 'nodes'> }) {
  const { t } = useWords();
  if (oversees.nodes.length === 0) return <Nothing title={t('team.noUnits')} />;
  return (
    <ul className="rows">
      {oversees.nodes.map(({ id, unit }) => (
        <li key={id}>
          <NodeLink typename={unit.__typename} id={unit.id} caption={unit.caption} />
          <Link className="rows-end" to={`/unit/${encodeURIComponent(unit.id)}/pack`}>
            {t('city.pack')}
          </Link>
        </li>
      ))}
      {oversees.totalCount > oversees.nodes.length && <li className="soft">{t('pack.further', { count: oversees.totalCount - oversees.nodes.length })}</li>}
    </ul>
  );
}
