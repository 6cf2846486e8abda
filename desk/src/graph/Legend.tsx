import { Button, Checkbox, Input, Slider } from 'antd';
import type { ReactNode } from 'react';
import { channelColour } from '../parts/kinds';
import { KindMark } from '../parts/KindMark';
import { useWords } from '../text';
import { percent } from '../text/format';
import { OPEN, type Filters } from './filters';
import { Histogram } from './Histogram';
import type { Picture } from './model';

interface Props {
  picture: Picture;
  filters: Filters;
  change: (change: Partial<Filters>) => void;
}

type Listed = 'kinds' | 'ties' | 'channels';

/** What colours, shapes, rings and lines mean; each of them is a filter. */
export function Legend({ picture, filters, change }: Props) {
  const { t, tie, value, language } = useWords();
  const kinds = counted([...picture.nodes.values()].map((each) => each.typename));
  const channels = counted([...picture.nodes.values()].map((each) => each.channel ?? '').filter(Boolean));
  const ties = counted([...picture.edges.values()].map((each) => each.type));
  const toggle = (list: Listed, name: string, shown: boolean) =>
    change({ [list]: shown ? filters[list].filter((each) => each !== name) : [...filters[list], name] });
  const row = (list: Listed, name: string, number: number, label: ReactNode) => (
    <Checkbox key={name} checked={!filters[list].includes(name)} onChange={(event) => toggle(list, name, event.target.checked)}>
      <span className="legend-row">
        {label}
        <span className="numbers soft">{number}</span>
      </span>
    </Checkbox>
  );
  return (
    <div className="legend-panel">
      <fieldset>
        <legend>{t('legend.kinds')}</legend>
        {kinds.map(([name, number]) => row('kinds', name, number, <KindMark typename={name} />))}
      </fieldset>
      {channels.length > 0 && (
        <fieldset>
          <legend>{t('legend.channels')}</legend>
          {channels.map(([name, number]) =>
            row(
              'channels',
              name,
              number,
              <span className="channel-mark">
                <span className="channel-ring" style={{ borderColor: channelColour(name) }} aria-hidden="true" />
                {value('Channel', name)}
              </span>,
            ),
          )}
        </fieldset>
      )}
      <fieldset>
        <legend>{t('legend.ties')}</legend>
        {ties.map(([name, number]) => row('ties', name, number, tie(name)))}
        <p className="small soft lines-told">
          <span className="line full" /> {t('legend.full')} <span className="line dashed" /> {t('legend.dashed')}{' '}
          <span className="line dotted" /> {t('legend.dotted')}
        </p>
      </fieldset>
      <fieldset>
        <legend>{t('legend.degree')}</legend>
        <Slider min={0} max={10} value={filters.degree} onChange={(degree) => change({ degree })} aria-label={t('legend.degree')} />
      </fieldset>
      <fieldset>
        <legend>{t('legend.certainty')}</legend>
        <Slider
          min={0}
          max={1}
          step={0.05}
          value={filters.certainty}
          onChange={(certainty) => change({ certainty })}
          tooltip={{ formatter: (value) => percent(value ?? 0, language) }}
          ariaLabelForHandle={t('legend.certainty')}
        />
      </fieldset>
      <fieldset>
        <legend>{t('legend.time')}</legend>
        <Histogram edges={[...picture.edges.values()]} since={filters.since} until={filters.until} change={change} />
        <div className="bar">
          <Input type="date" aria-label={t('legend.since')} value={filters.since} onChange={(event) => change({ since: event.target.value })} />
          <Input type="date" aria-label={t('legend.until')} value={filters.until} onChange={(event) => change({ until: event.target.value })} />
        </div>
      </fieldset>
      <Button block onClick={() => change(OPEN)}>
        {t('legend.reset')}
      </Button>
    </div>
  );
}

function counted(names: readonly string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return [...found].sort((one, other) => other[1] - one[1]);
}
