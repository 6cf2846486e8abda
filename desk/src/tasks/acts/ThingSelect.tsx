import { Select } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskSuggestQuery, DeskSuggestQueryVariables } from '#asked';
import { operation } from '../../app/operation';
import { isMatter } from '../../parts/kinds';
import { useSettled } from '../../search/SearchBox';
import text from '../../search/suggest.graphql?raw';
import { useWords } from '../../text';

const SUGGEST = operation<DeskSuggestQuery, DeskSuggestQueryVariables>(text);

interface Props {
  only: 'matter' | 'Unit';
  id?: string;
  value?: string | string[];
  onChange?: (value: string | string[]) => void;
  several?: boolean;
}

/** Finds a matter or a unit by whatever people write, for a field of a form. */
export function ThingSelect({ only, several = false, ...field }: Props) {
  const { t, kind } = useWords();
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const sought = useSettled(typed.trim(), 250);
  const [{ data, fetching }] = useQuery({ query: SUGGEST, variables: { text: sought }, pause: !sought });
  const fits = (typename: string) => (only === 'matter' ? isMatter(typename) : typename === only);
  const found = sought ? (data?.search.hits ?? []).filter(({ node }) => fits(node.__typename)) : [];
  const options = [
    ...found.map(({ node }) => ({ value: node.id, label: `${node.caption}${'number' in node && node.number ? ` ${node.number as string}` : ''} · ${kind(node.__typename)}` })),
    ...[...known].filter(([id]) => !found.some(({ node }) => node.id === id)).map(([value, label]) => ({ value, label })),
  ];
  return (
    <Select<string | string[]>
      {...field}
      {...(several ? { mode: 'multiple' as const } : {})}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={fetching}
      options={options}
      placeholder={t('task.seek')}
      notFoundContent={sought && !fetching ? t('search.nothing') : null}
      onSelect={(value) => {
        const chosen = options.find((each) => each.value === value);
        if (chosen) setKnown(new Map([...known, [chosen.value, chosen.label]]));
      }}
    />
  );
}
