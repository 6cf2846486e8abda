import { Table, Tag, Tooltip } from 'antd';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { inOneTongue } from '../parts/tongue';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { count, moment } from '../text/format';
import { SOURCES, type Source } from './found';

const COLOURS: Record<string, string> = {
  RUNNING: 'blue', IDLE: 'green', DUE: 'default', OVERDUE: 'orange', FAILED: 'red', BROKEN_OFF: 'orange', NEVER: 'default',
}; // prettier-ignore
const MOST = 200;

/** How each source stands: when it was last up to date, when it runs again, what its last load brought, why it failed. */
export function SourceTable() {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const [state, again] = useQuery({ query: SOURCES, variables: { first: MOST } });
  return (
    <Asked state={state} again={again} rows={10}>
      {({ sources }) => (
        <Table<Source>
          rowKey="name"
          size="small"
          pagination={false}
          dataSource={[...sources.nodes]}
          locale={{ emptyText: <Nothing title={t('sources.none')}>{t('sources.noneMend')}</Nothing> }}
          columns={[
            {
              title: t('column.source'),
              key: 'source',
              render: (_, row) => (
                <>
                  {inOneTongue(row.title, language)}
                  <div className="soft small">
                    {row.name} · {t('sources.holder', { team: staff.team(row.holder) })}
                  </div>
                </>
              ),
            },
            {
              title: t('column.stage'),
              key: 'state',
              width: 230,
              filters: [...new Set(sources.nodes.map((each) => each.state))].map((each) => ({ value: each, text: t(`sources.${each}`) })),
              onFilter: (wanted, row) => row.state === wanted,
              render: (_, row) => (
                <>
                  <Tooltip title={value('SourceState', row.state)}>
                    <Tag color={COLOURS[row.state] ?? 'default'}>{t(`sources.${row.state}`)}</Tag>
                  </Tooltip>
                  {row.failures > 0 && <span className="small">{t('sources.failures', { count: row.failures })}</span>}
                  {row.lastError && <div className="small source-error">{row.lastError}</div>}
                </>
              ),
            },
            {
              title: t('sources.upToDate'),
              key: 'succeeded',
              width: 190,
              className: 'numbers',
              sorter: (one, other) => (one.succeededAt ?? '').localeCompare(other.succeededAt ?? ''),
              render: (_, row) => moment(row.succeededAt, language),
            },
            {
              title: t('sources.next'),
              key: 'next',
              width: 190,
              className: 'numbers',
              render: (_, row) => (row.everySeconds === null ? <span className="soft">{t('sources.byHand')}</span> : moment(row.nextRunAt, language)),
            },
            {
              title: t('sources.lastLoad'),
              key: 'load',
              width: 260,
              className: 'numbers',
              render: (_, { lastLoad }) =>
                lastLoad && (
                  <span className="small">
                    {t('sources.counted', {
                      read: count(lastLoad.read ?? 0, language),
                      merged: count(lastLoad.merged ?? 0, language),
                      unchanged: count(lastLoad.unchanged ?? 0, language),
                    })}{' '}
                    {(lastLoad.rejected ?? 0) > 0 && <Tag color="red">{t('sources.rejectedCount', { count: lastLoad.rejected ?? 0 })}</Tag>}
                  </span>
                ),
            },
          ]}
        />
      )}
    </Asked>
  );
}
