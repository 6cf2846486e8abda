import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useKeys } from './useKeys';

interface Props<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: TableColumnsType<Row>;
  empty: ReactNode;
  /** Where a row leads. */
  path?: (row: Row) => string;
  /** What a row opens on this page. */
  open?: (row: Row) => void;
  /** Whether a row is the one that is open. */
  opened?: (row: Row) => boolean;
  /** Whether long tables are cut into pages here; a list that is fetched bit by bit is not. */
  paged?: boolean;
}

const PAGE = 25;

/** A table whose rows are moved through and opened by keyboard as by hand. */
export function RowTable<Row extends object>({ rows, rowKey, columns, empty, path, open, opened, paged = true }: Props<Row>) {
  const navigate = useNavigate();
  const list = useKeys<HTMLDivElement>();
  return (
    <div ref={list} className="row-table">
      <Table<Row>
        rowKey={rowKey}
        size="small"
        dataSource={[...rows]}
        columns={columns}
        pagination={paged && rows.length > PAGE ? { pageSize: PAGE, size: 'small', showSizeChanger: false } : false}
        locale={{ emptyText: empty }}
        onRow={(row) => ({
          'data-row': '',
          tabIndex: -1,
          'aria-current': opened?.(row) || undefined,
          onClick: (event) => {
            if ((event.target as HTMLElement).closest('a, button, input')) return;
            if (open) open(row);
            else if (path) void navigate(path(row));
          },
        })}
      />
    </div>
  );
}
