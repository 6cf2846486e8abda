import { Table, type TableColumnsType } from 'antd';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { money } from '../text/format';
import type { FoundPack } from './found';

interface Row {
  key: string;
  name: string;
  findings: number;
  issues: number;
  clues: number;
  alerts: number;
  open: number;
  amountFen: string | number;
  openFen: string | number;
}

const COUNTED = ['findings', 'issues', 'clues', 'alerts', 'open'] as const;

/** Counts and sums by kind of problem and by year, over all that was read. */
export function Sums({ pack }: { pack: FoundPack }) {
  const { t, value } = useWords();
  const byProblem = pack.byProblem.map((each) => ({ ...each, key: each.problem ?? '', name: value('Problem', each.problem) || t('pack.noProblem') }));
  const byYear = pack.byYear.map((each) => ({ ...each, key: String(each.year), name: each.year === null ? t('pack.noYear') : String(each.year) }));
  return (
    <div className="stack">
      <SumTable title={t('column.problem')} rows={byProblem} />
      <SumTable title={t('pack.year')} rows={byYear} />
    </div>
  );
}

function SumTable({ title, rows }: { title: string; rows: Row[] }) {
  const { t, language } = useWords();
  const counted: TableColumnsType<Row> = COUNTED.map((key) => ({
    title: t(`pack.${key}`),
    dataIndex: key,
    width: 110,
    align: 'right',
    className: 'numbers',
    sorter: (one, other) => one[key] - other[key],
  }));
  return (
    <Table<Row>
      size="small"
      pagination={false}
      dataSource={rows}
      locale={{ emptyText: <Nothing title={t('pack.noneOfThese')}>{t('pack.noneOfTheseMend')}</Nothing> }}
      columns={[
        { title, dataIndex: 'name' },
        ...counted,
        { title: t('pack.amount'), key: 'amount', width: 140, align: 'right', className: 'numbers', render: (_, row) => money(row.amountFen, language) },
        { title: t('pack.openAmount'), key: 'openAmount', width: 140, align: 'right', className: 'numbers', render: (_, row) => money(row.openFen, language) },
      ]}
    />
  );
}
