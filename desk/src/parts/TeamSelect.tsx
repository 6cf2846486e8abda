import { Select } from 'antd';
import { useStaff } from './useStaff';

interface Props {
  label?: string;
  value?: string | null;
  onChange?: (code: string | null) => void;
  id?: string;
}

/** Lets one choose a team by any part of its name or code. */
export function TeamSelect({ label, value, onChange, id }: Props) {
  const { teams, fetching } = useStaff();
  const options = teams.map(({ teamCode, teamName }) => ({ value: teamCode ?? '', label: `${teamName ?? ''} ${teamCode ?? ''}` }));
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="team-select"
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label, placeholder: label } : {})}
      loading={fetching}
      {...(value ? { value } : {})}
      onChange={(code) => onChange?.(code ?? null)}
      options={options}
    />
  );
}
