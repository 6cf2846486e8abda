import { Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { MoreButton } from '../lists/MoreButton';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { count, moment } from '../text/format';
import { LOADS, REJECTS, type Load } from './found';

const COUNTED = ['read', 'merged', 'unchanged', 'rejected', 'removed'] as const;
const COLOURS: Record<string, string> = { RUNNING: 'blue', DONE: 'green', FAILED: 'red', REFUSED: 'red', WITHDRAWN: 'default' };

/** What was loaded, newest first; a load that rejected rows opens to show each of them with why. */
export function LoadTable() {
  const { t, source, language } = useWords();
  const [first, setFirst] = useState(40);
  const [state, again] = useQuery({ query: LOADS, variables: { first } });
  const nameOf = (stated: string) => (stated in COLOURS ? t(`sources.load.${stated}` as 'sources.load.DONE') : stated);
  const counted: TableColumnsType<Load> = COUNTED.map((key) => ({
    title: t(`sources.${key}`),
    dataIndex: key,
    width: 105,
    align: 'right',
    className: 'numbers',
    render: (many: number | null) => (many ? <span className={key === 'rejected' ? 'source-error' : ''}>{count(many, language)}</span> : '0'),
  }));
  return (
    <Asked state={state} again={again} rows={10}>
      {({ loads }) => (
        <>
          <Table<Load>
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={[...loads.nodes]}
            locale={{ emptyText: <Nothing title={t('sources.noLoads')}>{t('sources.noneMend')}</Nothing> }}
            expandable={{ rowExpandable: (row) => (row.rejected ?? 0) > 0, expandedRowRender: (row) => <Rejects load={row} /> }}
            columns={[
              { title: t('column.source'), key: 'source', render: (_, row) => <>{source(row.source)} <span className="soft small">{row.file}</span></> },
              { title: t('column.stage'), key: 'state', width: 110, render: (_, row) => <Tag color={COLOURS[row.state] ?? 'default'}>{nameOf(row.state)}</Tag> },
              { title: t('sources.begun'), key: 'begun', width: 190, className: 'numbers', render: (_, row) => moment(row.startedAt, language) },
              ...counted,
            ]}
          />
          <MoreButton page={loads.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
        </>
      )}
    </Asked>
  );
}

/** The rejected rows of a load, with the column at fault and the reason. */
function Rejects({ load }: { load: Load }) {
  const { t, language } = useWords();
  const [state, again] = useQuery({ query: REJECTS, variables: { id: load.id } });
  return (
    <Asked state={state} again={again} rows={3}>
      {({ node }) => {
        const rejects = node && 'rejects' in node ? node.rejects : [];
        return (
          <>
            <table className="rejects">
              <thead>
                <tr>
                  <th scope="col">{t('sources.row')}</th>
                  <th scope="col">{t('sources.column')}</th>
                  <th scope="col">{t('form.reason')}</th>
                </tr>
              </thead>
              <tbody>
                {rejects.map((each) => (
                  <tr key={`${each.row} ${each.column}`}>
                    <td className="numbers">{each.row}</td>
                    <td>{each.column}</td>
                    <td>{(language === 'zh' && each.reasonZh) || each.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {(load.rejected ?? 0) > rejects.length && (
              <p className="soft small">{t('pack.further', { count: (load.rejected ?? 0) - rejects.length })}</p>
            )}
          </>
        );
      }}
    </Asked>
  );
}
