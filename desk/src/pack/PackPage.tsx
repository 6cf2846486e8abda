import { Alert, Input, Segmented, Select, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useAddress } from '../parts/useAddress';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { day, money } from '../text/format';
import { ExportPack } from './ExportPack';
import { Focuses } from './Focuses';
import { PACK, type FoundPack } from './found';
import { Holders } from './Holders';
import { Connections, Matters, Transfers } from './Others';
import { Problems, stands, type Standing } from './Problems';
import { Sums } from './Sums';
import './pack.css';

const STANDINGS: readonly Standing[] = ['all', 'open', 'overdue', 'back'];
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What a team pulls of a unit before it goes in: tables first, then the file to take along. What is shown stands in the address. */
export default function PackPage() {
  const { t } = useWords();
  useTitle(t('pack.title'));
  const { id = '' } = useParams();
  const [address, change] = useAddress();
  const levels = Math.min(3, Math.max(0, Number(address.get('levels') ?? 1) || 0));
  const on = DAY.test(address.get('on') ?? '') ? address.get('on') : null;
  const [state, again] = useQuery({ query: PACK, variables: { unit: id, levels, on } });
  return (
    <div className="stack">
      <Asked state={state} again={again} rows={14}>
        {({ unitPack }) =>
          unitPack ? (
            <>
              <Head pack={unitPack} levels={levels} on={on} change={change} />
              {!unitPack.isWhole && <Alert type="warning" showIcon title={t('pack.notWhole')} />}
              <Parts pack={unitPack} of={address.get('of')} only={(address.get('only') as Standing | null) ?? 'all'} change={change} />
            </>
          ) : (
            <Nothing title={t('entity.none')}>{t('entity.noneMend')}</Nothing>
          )
        }
      </Asked>
    </div>
  );
}

interface HeadProps {
  pack: FoundPack;
  levels: number;
  on: string | null;
  change: (name: string, value: string | null) => void;
}

function Head({ pack, levels, on, change }: HeadProps) {
  const { t, language } = useWords();
  const problems = pack.totals.filter(({ part }) => part === 'FINDINGS' || part === 'ISSUES');
  const sum = (key: 'open' | 'overdue' | 'back') => problems.reduce((all, each) => all + each[key], 0);
  const openFen = problems.reduce((all, each) => all + Number(each.openFen), 0);
  return (
    <header className="panel matter-head">
      <div className="bar">
        <Link to="/rounds">{t('rounds.title')}</Link>
        <span className="soft">{t('pack.asOf', { day: day(pack.on, language) })}</span>
        <span className="matter-to-graph bar">
          <label className="bar">
            <span className="soft small" id="pack-levels">
              {t('pack.levels')}
            </span>
            <Select
              aria-labelledby="pack-levels"
              value={levels}
              onChange={(value) => change('levels', String(value))}
              options={[0, 1, 2, 3].map((value) => ({ value, label: t(`pack.levels.${value as 0 | 1 | 2 | 3}`) }))}
            />
          </label>
          <label className="bar">
            <span className="soft small">{t('pack.on')}</span>
            <Input className="day-input" type="date" defaultValue={on ?? pack.on} onChange={(event) => change('on', event.target.value)} />
          </label>
          <ExportPack unit={pack.unit.id} levels={levels} on={on} />
        </span>
      </div>
      <h1>
        <NodeLink typename="Unit" id={pack.unit.id} caption={pack.unit.caption} />
      </h1>
      <dl className="pack-sums">
        {(['open', 'overdue', 'back'] as const).map((key) => (
          <div key={key} className={sum(key) > 0 ? key : ''}>
            <dt>{t(`pack.${key}`)}</dt>
            <dd className="numbers">{sum(key)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('pack.openAmount')}</dt>
          <dd className="numbers">{money(openFen, language)}</dd>
        </div>
        <div>
          <dt>{t('pack.units')}</dt>
          <dd className="numbers" title={pack.units.map((each) => each.caption).join('\n')}>
            {pack.units.length}
          </dd>
        </div>
      </dl>
    </header>
  );
}

interface PartsProps {
  pack: FoundPack;
  of: string | null;
  only: Standing;
  change: (name: string, value: string | null) => void;
}

function Parts({ pack, of, only, change }: PartsProps) {
  const { t } = useWords();
  const [sought, setSought] = useState('');
  const several = pack.units.length > 1;
  const fits = (row: object) => !sought.trim() || JSON.stringify(row).includes(sought.trim());
  const counted = new Map<string, number>(pack.totals.map((each) => [each.part, each.count]));
  const filtered = (table: ReactNode, standing?: ReactNode) => (
    <>
      <div className="bar pack-filters">
        {standing}
        <Input
          allowClear
          className="pack-sought"
          aria-label={t('pack.seek')}
          placeholder={t('pack.seek')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      {table}
    </>
  );
  const problems = (rows: FoundPack['findings'] | FoundPack['issues']) =>
    filtered(
      <Problems rows={rows.filter((row) => stands(row, only) && fits(row))} several={several} />,
      <Segmented
        value={only}
        onChange={(value) => change('only', value === 'all' ? null : value)}
        options={STANDINGS.map((each) => ({ value: each, label: `${t(`pack.${each}`)} ${rows.filter((row) => stands(row, each)).length}` }))}
      />,
    );
  const parts: [string, string | undefined, ReactNode][] = [
    ['focuses', undefined, <Focuses focuses={pack.focuses} />],
    ['findings', 'FINDINGS', problems(pack.findings)],
    ['issues', 'ISSUES', problems(pack.issues)],
    ['transfers', 'TRANSFERS', filtered(<Transfers rows={pack.transfers.filter(fits)} />)],
    ['clues', 'CLUES', filtered(<Matters rows={pack.clues.filter(fits)} several={several} />)],
    ['alerts', 'ALERTS', filtered(<Matters rows={pack.alerts.filter(fits)} several={several} />)],
    ['holders', 'HOLDERS', filtered(<Holders rows={pack.holders.filter(fits)} several={several} />)],
    ['connected', 'CONNECTED', filtered(<Connections rows={pack.connected.filter(fits)} />)],
    ['sums', undefined, <Sums pack={pack} />],
  ];
  const active = parts.some(([key]) => key === of) ? (of as string) : 'focuses';
  return (
    <Tabs
      className="panel tabbed"
      destroyOnHidden
      activeKey={active}
      onChange={(key) => change('of', key)}
      items={parts.map(([key, part, children]) => ({
        key,
        label: (
          <span>
            {t(`pack.${key}` as 'pack.findings')} {part !== undefined && <span className="panel-count">{counted.get(part) ?? 0}</span>}
          </span>
        ),
        children,
      }))}
    />
  );
}
