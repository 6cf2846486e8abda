import { Select } from 'antd';
import { useQuery } from 'urql';
import { Nothing } from '../../parts/Nothing';
import { useWords } from '../../text';
import { SERIES_LIST } from '../found';

interface Props {
  but: string;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** Lets one choose another open series. */
export function OtherSeries({ but, value, onChange }: Props) {
  const { t } = useWords();
  const [{ data, fetching }] = useQuery({ query: SERIES_LIST, variables: { state: ['OPEN'], first: 100 } });
  const others = (data?.seriesList.nodes ?? []).filter(({ id }) => id !== but);
  if (data && others.length === 0) return <Nothing title={t('series.noOther')} />;
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="team-select"
      aria-label={t('series.other')}
      placeholder={t('series.other')}
      loading={fetching}
      value={value}
      onChange={(id) => onChange(id ?? null)}
      options={others.map(({ id, title, caption, leadTeam }) => ({ value: id, label: `${title ?? caption} (${leadTeam})` }))}
    />
  );
}
