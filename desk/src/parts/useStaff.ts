import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { DeskTeamsQuery, DeskTeamsQueryVariables } from '#asked';
import { operation } from '../app/operation';
import text from './teams.graphql?raw';

const TEAMS = operation<DeskTeamsQuery, DeskTeamsQueryVariables>(text);

export type Team = DeskTeamsQuery['teams']['nodes'][number];

/** Who works here, by name. */
export interface Staff {
  teams: readonly Team[];
  fetching: boolean;
  /** The name of a team, its code where it has none that is known. */
  team: (code: string | null | undefined) => string;
  /** The name of an officer, the staff number where it has none that is known. */
  officer: (id: string | null | undefined) => string;
}

/** The teams and their officers, asked for once: the API tells of who did what by codes and staff numbers. */
export function useStaff(): Staff {
  const [{ data, fetching }] = useQuery({ query: TEAMS, requestPolicy: 'cache-first' });
  return useMemo(() => staffOf(data?.teams.nodes ?? [], fetching), [data, fetching]);
}

function staffOf(teams: readonly Team[], fetching: boolean): Staff {
  const named = new Map(teams.map(({ teamCode, teamName }) => [teamCode, teamName]));
  const people = new Map(teams.flatMap(({ members }) => members.map(({ officer }) => [officer.officerId, officer.officerName])));
  return {
    teams,
    fetching,
    team: (code) => (code ? (named.get(code) ?? code) : ''),
    officer: (id) => (id ? (people.get(id) ?? id) : ''),
  };
}
