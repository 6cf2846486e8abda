import { Select } from 'antd';
import { useQuery } from 'urql';
import type { DeskTeamsQuery, DeskTeamsQueryVariables } from '#asked';
import { operation } from '../app/operation';
import text from './teams.graphql?raw';

const TEAMS = operation<DeskTeamsQuery, DeskTeamsQueryVariables>(text);

interface Props {
  label: string;
  value: string | null;
  onChange: (code: string | null) => void;
}

/** Lets one choose a team by any part of its name or code. */
export function TeamSelect({ label, value, onChange }: Props) {
  const [{ data, fetching }] = useQuery({ query: TEAMS, requestPolicy: 'cache-first' });
  const options = (data?.teams.nodes ?? []).map(({ teamCode, teamName }) => ({ value: teamCode ?? '', label: `${teamName ?? ''} ${teamCode ?? ''}` }));
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="team-select"
      aria-label={label}
      placeholder={label}
      loading={fetching}
      value={value}
      onChange={(code) => onChange(code ?? null)}
      options={options}
    />
  );
}
