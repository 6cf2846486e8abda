import { Button } from 'antd';
import { ChannelMark } from '../parts/ChannelMark';
import { channelColour } from '../parts/kinds';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { count, todayInChina } from '../text/format';
import type { Crossed } from './found';
import { trendsOf, type Trend } from './months';

const [WIDE, HIGH] = [9, 34]; // of a month's bar

interface Props {
  table: Crossed;
  open: (channel: string, span: string) => void;
}

/** What came by month in the last two years, channel by channel; each number and each bar opens the list behind it. */
export function Trends({ table, open }: Props) {
  const { t } = useWords();
  const trends = trendsOf(table, todayInChina());
  if (trends.length === 0) return <Nothing title={t('city.noTrend')} />;
  return (
    <table className="plain-table trends">
      <thead>
        <tr>
          <th scope="col">{t('column.channel')}</th>
          <th scope="col">{t('city.months')}</th>
          <th scope="col" className="numbers">
            {t('city.before')}
          </th>
          <th scope="col" className="numbers">
            {t('city.last')}
          </th>
        </tr>
      </thead>
      <tbody>
        {trends.map((trend) => (
          <Row key={trend.channel} trend={trend} open={open} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ trend: { channel, months, last, before }, open }: { trend: Trend; open: Props['open'] }) {
  const { t, value, language } = useWords();
  const most = Math.max(1, ...months.map(({ many }) => many));
  const span = (from: number, to: number) => `${months[from]?.month ?? ''}:${months[to]?.month ?? ''}`;
  const number = (many: number, from: number, to: number) => (
    <Button type="text" size="small" className="numbers" disabled={many === 0} aria-label={`${value('Channel', channel)}, ${span(from, to).replace(':', ' – ')}: ${many}`} onClick={() => open(channel, span(from, to))}>
      {count(many, language)}
    </Button>
  );
  return (
    <tr>
      <th scope="row">
        <ChannelMark channel={channel} />
      </th>
      <td>
        <svg className="trend" viewBox={`0 0 ${months.length * WIDE} ${HIGH}`} role="img" aria-label={t('city.trendTold', { channel: value('Channel', channel), before, last })}>
          {months.map(({ month, many }, at) => {
            const high = many === 0 ? 1 : Math.max(2, (HIGH - 2) * (many / most));
            return (
              <rect key={month} x={at * WIDE + 1} y={HIGH - high} width={WIDE - 2} height={high} fill={channelColour(channel)} opacity={at < 12 ? 0.45 : 1} onClick={() => many && open(channel, month)}>
                <title>{`${month}: ${many}`}</title>
              </rect>
            );
          })}
        </svg>
      </td>
      <td className="numbers">{number(before, 0, 11)}</td>
      <td className="numbers">
        {number(last, 12, 23)} {last > before ? '↑' : last < before ? '↓' : ''}
      </td>
    </tr>
  );
}
