import { Tag, type TableColumnsType } from 'antd';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { pathOf } from '../parts/kinds';
import { RowTable } from '../lists/RowTable';
import { useWords, type Words } from '../text';
import { day, money } from '../text/format';
import type { Problem } from './found';
import { NumberLinks } from './NumberLinks';

export type Standing = 'all' | 'open' | 'overdue' | 'back';

/** Audit findings or inspection issues: how each stands, what came back, what it repeats, who held the leading posts then. */
export function Problems({ rows, several }: { rows: readonly Problem[]; several: boolean }) {
  const words = useWords();
  const { t } = words;
  return (
    <RowTable<Problem>
      rows={rows}
      rowKey={(row) => row.problem.id}
      path={(row) => pathOf(row.problem.__typename, row.problem.id)}
      empty={<Nothing title={t('pack.noneOfThese')}>{t('pack.noneOfTheseMend')}</Nothing>}
      columns={columnsOf(words, several)}
    />
  );
}

/** Whether a problem stands as it is asked for. */
export function stands(row: Problem, as: Standing): boolean {
  if (as === 'open') return row.isOpen;
  if (as === 'overdue') return row.isOverdue;
  return as === 'all' || cameBack(row);
}

function cameBack(row: Problem): boolean {
  return row.back.length > 0 || ('isBack' in row && row.isBack);
}

function columnsOf({ t, value, language }: Words, several: boolean): TableColumnsType<Problem> {
  return [
    {
      title: t('column.matter'),
      key: 'matter',
      render: (_, { problem, unit }) => (
        <>
          <NodeLink typename={problem.__typename} id={problem.id} caption={problem.caption} />
          <div className="soft small numbers under-link">
            {problem.number} {value('Problem', problem.problem)} {several && unit.caption}
          </div>
        </>
      ),
    },
    {
      title: t('pack.found'),
      key: 'found',
      width: 132,
      className: 'numbers',
      sorter: (one, other) => (one.problem.foundOn ?? '').localeCompare(other.problem.foundOn ?? ''),
      render: (_, { problem }) => day(problem.foundOn, language),
    },
    {
      title: t('pack.openAmount'),
      key: 'open',
      width: 125,
      align: 'right',
      className: 'numbers',
      sorter: (one, other) => Number(one.openFen) - Number(other.openFen),
      render: (_, row) => (Number(row.openFen) > 0 ? money(row.openFen, language) : ''),
    },
    {
      title: t('pack.standing'),
      key: 'standing',
      width: 150,
      render: (_, row) => (
        <span className="tags">
          {row.problem.rectification && <Tag color={row.isOpen ? 'default' : 'green'}>{value('Rectification', row.problem.rectification)}</Tag>}
          {row.isOverdue && <Tag color="red">{t('pack.overdue')}</Tag>}
          {cameBack(row) && <Tag color="orange">{t('pack.back')}</Tag>}
          {'repeated' in row && row.repeated && <Tag color="orange">{t('pack.repeated')}</Tag>}
        </span>
      ),
    },
    {
      title: t('pack.dueOn'),
      key: 'due',
      width: 132,
      className: 'numbers',
      sorter: (one, other) => (one.problem.dueOn ?? '').localeCompare(other.problem.dueOn ?? ''),
      render: (_, { problem }) => day(problem.dueOn, language),
    },
    {
      title: t('pack.backAs'),
      key: 'back',
      width: 130,
      render: (_, row) => <NumberLinks matters={'repeats' in row ? [...row.back, ...row.repeats] : row.back} />,
    },
    {
      title: t('pack.holdersThen'),
      key: 'holders',
      width: 170,
      render: (_, { holders }) => (
        <span className="number-links">
          {holders.slice(0, 3).map((each) => (
            <span key={each.person.id}>
              <NodeLink typename="Person" id={each.person.id} caption={each.person.caption} /> <span className="soft small">{each.post}</span>
            </span>
          ))}
        </span>
      ),
    },
  ];
}
