import { Select } from 'antd';
import { useStaff } from './useStaff';

interface Props {
  label: string;
  value: readonly string[];
  onChange: (codes: string[]) => void;
}

/** Lets one choose several teams by any part of a name or code. */
export function TeamsSelect({ label, value, onChange }: Props) {
  const { teams, fetching } = useStaff();
  const options = teams.map(({ teamCode, teamName }) => ({ value: teamCode ?? '', label: `${teamName ?? ''} ${teamCode ?? ''}`.trim() }));
  return (
    <Select<string[]>
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      className="teams-select"
      aria-label={label}
      placeholder={label}
      loading={fetching}
      value={[...value]}
      onChange={onChange}
      options={options}
    />
  );
}
