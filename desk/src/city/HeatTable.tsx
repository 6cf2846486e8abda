import { Button } from 'antd';
import { ChannelMark } from '../parts/ChannelMark';
import { useWords } from '../text';
import { count } from '../text/format';
import type { Crossed } from './found';

interface Props {
  title: string;
  table: Crossed;
  nameOf: (column: string) => string;
  open: (channel: string, column: string) => void;
}

/** Numbers by channel and something else, the larger the deeper; each number opens the list behind it. */
export function HeatTable({ title, table, nameOf, open }: Props) {
  const { language, value } = useWords();
  return (
    <div className="heat-scroll">
      <table className="heat">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <td />
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row}>
              <th scope="row">
                <ChannelMark channel={row} />
              </th>
              {table.columns.map((column) => {
                const many = table.at(row, column);
                // Never so deep that the number could not be read on it.
                const share = many ? 8 + Math.round(32 * Math.sqrt(many / table.most)) : 0;
                return (
                  <td key={column} style={{ background: `color-mix(in srgb, var(--accent) ${share}%, transparent)` }}>
                    {many > 0 ? (
                      <Button
                        type="text"
                        size="small"
                        className="numbers"
                        aria-label={`${value('Channel', row)}, ${nameOf(column)}: ${many}`}
                        onClick={() => open(row, column)}
                      >
                        {count(many, language)}
                      </Button>
                    ) : (
                      <span className="soft">·</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
