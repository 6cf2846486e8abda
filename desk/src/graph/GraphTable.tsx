import { Button, Input, Segmented, Table } from 'antd';
import { useMemo, useState, type Key } from 'react';
import { ChannelMark } from '../parts/ChannelMark';
import { KindMark } from '../parts/KindMark';
import { useWords } from '../text';
import { save } from '../parts/saving';
import { useMark } from '../parts/useMark';
import { WORKBOOK, workbookOf } from '../parts/workbook';
import { thingsTable, tiesTable } from './exports';
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
  const words = useWords();
  const { t, kind, tie } = words;
  const mark = useMark();
  const [sought, setSought] = useState('');
  const [which, setWhich] = useState<'nodes' | 'ties'>('nodes');
  const [chosen, setChosen] = useState<Key[]>([]);
  // The number of ties is part of the row: the table keeps its sorting, which must not go by numbers of before.
  const has = (text: string) => text.toLowerCase().includes(sought.trim().toLowerCase());
  const rows = useMemo<Row[]>(
    () => visible.nodes.filter((each) => has(`${each.caption} ${each.number ?? ''} ${kind(each.typename)}`)).map((each) => ({ ...each, degree: visible.degree.get(each.id) ?? 0 })),
    [visible, sought, words.language],
  );
  const called = (id: string) => picture.nodes.get(id)?.caption ?? '';
  const ties = useMemo(() => visible.edges.filter((each) => has(`${called(each.source)} ${tie(each.type)} ${called(each.target)}`)), [visible, sought, words.language]);
  const takeOut = () => {
    const taken = chosen.length > 0 ? rows.filter(({ id }) => chosen.includes(id)) : rows;
    const table = which === 'nodes' ? thingsTable(taken, visible.degree, words) : tiesTable({ ...visible, edges: ties }, words);
    const sheets = [{ name: t(which === 'nodes' ? 'sheet.things' : 'sheet.ties'), rows: table }, { name: t('sheet.mark'), rows: [[mark()]] }];
    save(new Blob([workbookOf(sheets)]), WORKBOOK, 'xlsx');
  };
  return (
    <section className="panel graph-table" aria-label={t('graph.table')}>
      <div className="panel-head bar">
        <Segmented
          value={which}
          onChange={setWhich}
          options={[
            { value: 'nodes', label: t('table.nodes', { count: rows.length }) },
            { value: 'ties', label: t('table.ties', { count: ties.length }) },
          ]}
        />
        <Input
          allowClear
          size="small"
          className="table-sought"
          aria-label={t('table.sought')}
          placeholder={t('table.sought')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <Button size="small" disabled={(which === 'nodes' ? rows : ties).length === 0} onClick={takeOut}>
          {chosen.length > 0 && which === 'nodes' ? t('table.outChosen', { count: chosen.length }) : t('table.out')}
        </Button>
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
          dataSource={ties}
          columns={[
            { title: t('column.tie'), width: 150, sorter: (one, other) => one.type.localeCompare(other.type), render: (_, row) => tie(row.type) },
            { title: t('column.sentence'), render: (_, row) => <Tie edge={row} picture={picture} /> },
          ]}
        />
      )}
    </section>
  );
}
