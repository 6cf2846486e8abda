import { Table } from 'antd';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { day } from '../text/format';
import { dayOf } from './dayOf';
import type { NamedIn } from './found';

type Row = NamedIn[number];

/** The matters that name the thing, newest first. */
export function MattersOf({ namedIn }: { namedIn: NamedIn }) {
  const { t, value, language } = useWords();
  return (
    <Table<Row>
      rowKey="id"
      size="small"
      showHeader={namedIn.length > 0}
      dataSource={[...namedIn]}
      pagination={namedIn.length > 12 ? { pageSize: 12, size: 'small', showSizeChanger: false } : false}
      locale={{ emptyText: <Nothing title={t('entity.noMatters')}>{t('entity.noMattersMend')}</Nothing> }}
      columns={[
        {
          title: t('column.matter'),
          key: 'matter',
          render: (_, { matter }) => <NodeLink typename={matter.__typename} id={matter.id} caption={matter.caption} />,
        },
        { title: t('column.number'), key: 'number', width: 140, className: 'numbers', render: (_, { matter }) => matter.number },
        { title: t('column.channel'), key: 'channel', width: 150, render: (_, { matter }) => <ChannelMark channel={matter.channel} /> },
        { title: t('column.role'), key: 'role', width: 110, render: (_, { role }) => value('Role', role) },
        {
          title: t('column.day'),
          key: 'day',
          width: 120,
          className: 'numbers',
          sorter: (one, other) => (dayOf(one.matter) ?? '').localeCompare(dayOf(other.matter) ?? ''),
          render: (_, { matter }) => day(dayOf(matter), language),
        },
      ]}
    />
  );
}
