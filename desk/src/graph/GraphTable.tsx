import { Button, Segmented, Table } from 'antd';
import { useMemo, useState, type Key } from 'react';
import { ChannelMark } from '../parts/ChannelMark';
import { KindMark } from '../parts/KindMark';
import { useWords } from '../text';
import type { Visible } from './filters';
import type { GraphEdge, GraphNode, Picture, Step } from './model';
import { Tie } from './Tie';

interface Props {
  visible: Visible;
  picture: Picture;
  selected: string | null;
  select: (id: string | null) => void;
  step: (step: Step) => void;
}

type Row = GraphNode & { degree: number };

/** The table twin: what the picture shows, row by row, to be sorted, chosen, hidden and opened by keyboard alone. */
export function GraphTable({ visible, picture, selected, select, step }: Props) {
  const { t, kind, tie } = useWords();
  const [which, setWhich] = useState<'nodes' | 'ties'>('nodes');
  const [chosen, setChosen] = useState<Key[]>([]);
  // The number of ties is part of the row: the table keeps its sorting, which must not go by numbers of before.
  const rows = useMemo<Row[]>(() => visible.nodes.map((each) => ({ ...each, degree: visible.degree.get(each.id) ?? 0 })), [visible]);
  return (
    <section className="panel graph-table" aria-label={t('graph.table')}>
      <div className="panel-head bar">
        <Segmented
          value={which}
          onChange={setWhich}
          options={[
            { value: 'nodes', label: t('table.nodes', { count: visible.nodes.length }) },
            { value: 'ties', label: t('table.ties', { count: visible.edges.length }) },
          ]}
        />
        {chosen.length > 0 && which === 'nodes' && (
          <Button
            size="small"
            onClick={() => {
              step({ do: 'hide', ids: chosen.map(String) });
              setChosen([]);
            }}
          >
            {t('table.hide', { count: chosen.length })}
          </Button>
        )}
      </div>
      {which === 'nodes' ? (
        <Table<Row>
          rowKey="id"
          size="small"
          virtual
          scroll={{ y: 220, x: 760 }}
          pagination={false}
          dataSource={rows}
          rowSelection={{ selectedRowKeys: chosen, onChange: setChosen, columnWidth: 44 }}
          rowClassName={(row) => (row.id === selected ? 'chosen-row' : '')}
          columns={[
            {
              title: t('column.kind'),
              width: 150,
              sorter: (one, other) => kind(one.typename).localeCompare(kind(other.typename)),
              render: (_, row) => <KindMark typename={row.typename} />,
            },
            {
              title: t('column.name'),
              width: 300,
              sorter: (one, other) => one.caption.localeCompare(other.caption),
              render: (_, row) => (
                <Button type="link" size="small" aria-pressed={row.id === selected} onClick={() => select(row.id)}>
                  {row.caption}
                </Button>
              ),
            },
            { title: t('column.number'), width: 140, dataIndex: 'number', className: 'numbers' },
            { title: t('column.channel'), width: 150, render: (_, row) => <ChannelMark channel={row.channel} /> },
            {
              title: t('column.degree'),
              width: 90,
              className: 'numbers',
              defaultSortOrder: 'descend',
              sorter: (one, other) => one.degree - other.degree,
              dataIndex: 'degree',
            },
          ]}
        />
      ) : (
        <Table<GraphEdge>
          rowKey="id"
          size="small"
          virtual
          scroll={{ y: 220, x: 760 }}
          pagination={false}
          dataSource={visible.edges}
          columns={[
            { title: t('column.tie'), width: 150, sorter: (one, other) => one.type.localeCompare(other.type), render: (_, row) => tie(row.type) },
            { title: t('column.sentence'), render: (_, row) => <Tie edge={row} picture={picture} /> },
          ]}
        />
      )}
    </section>
  );
}
