import { Table, Tag, type TableColumnsType } from 'antd';
import type { Key } from 'react';
import { Link } from 'react-router';
import { pathOf } from '../parts/kinds';
import { useWords } from '../text';
import { count, day } from '../text/format';
import type { Task, TaskItem } from './task';

const GOOD = new Set(['SOLD_OFF', 'CLEAR', 'CHECKED', 'GOOD']);
const BAD = new Set(['FOUND', 'PROBLEM', 'OPEN']);

interface Props {
  task: Task;
  chosen: readonly string[];
  choose: (ids: string[]) => void;
}

/** The items of a task: chosen here, for what is done to several at once. */
export function TaskItems({ task, chosen, choose }: Props) {
  const { t, value, language } = useWords();
  const stateOf = (each: TaskItem) => value(`${task.kind}ItemState`, each.state);
  const on = (each: TaskItem) => [('doneOn' in each && each.doneOn) || ('fixedOn' in each && each.fixedOn) || null, each.checkedOn].map((said) => day(said || null, language)).filter(Boolean).join(' · ');
  const columns: TableColumnsType<TaskItem> = [
    { title: t('task.number'), width: 60, className: 'numbers', dataIndex: 'number', sorter: (one, other) => one.number - other.number },
    {
      title: t('task.item'),
      render: (_, each) => (
        <>
          {'target' in each && each.target ? <Link to={pathOf(each.target.__typename, each.target.id)}>{each.text}</Link> : each.text}
          {'type' in each && <span className="soft small"> {value('RecommendationItemType', each.type)}</span>}
          {'matter' in each && each.matter && (
            <>
              {' '}
              <Link className="small" to={pathOf(each.matter.__typename, each.matter.id)}>
                {each.matter.caption}
              </Link>
            </>
          )}
          {'people' in each && each.people !== null && <span className="soft small"> {t('task.peopleTold', { count: count(each.people, language) })}</span>}
        </>
      ),
    },
    {
      title: t('column.stage'),
      width: 150,
      filters: [...new Set(task.items.map((each) => each.state as string))].map((state) => ({ value: state, text: value(`${task.kind}ItemState`, state) })),
      onFilter: (state, each) => each.state === state,
      render: (_, each) => <Tag color={GOOD.has(each.state) ? 'green' : BAD.has(each.state) ? 'orange' : 'default'}>{stateOf(each)}</Tag>,
    },
    { title: t('task.due'), width: 120, className: 'numbers', render: (_, each) => ('dueOn' in each ? day(each.dueOn, language) : '') },
    { title: t('task.doneOn'), width: 190, className: 'numbers', render: (_, each) => on(each) },
  ];
  return (
    <Table<TaskItem>
      rowKey="id"
      size="small"
      dataSource={[...task.items]}
      columns={columns}
      pagination={task.items.length > 25 ? { pageSize: 25, size: 'small', showSizeChanger: false } : false}
      rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys: Key[]) => choose(keys.map(String)), columnWidth: 44 }}
    />
  );
}
