import { useWords } from '../text';
import { count } from '../text/format';

interface Props {
  groups: readonly { keys: readonly { value?: string | null }[]; count: number }[];
}

/** How many alerts were raised in which month. */
export function Months({ groups }: Props) {
  const { t, language } = useWords();
  const known = groups.flatMap(({ keys, count: many }) => (keys[0]?.value ? [[keys[0].value, many] as const] : []));
  const most = Math.max(1, ...known.map(([, many]) => many));
  return (
    <table className="plain-table">
      <caption className="unseen">{t('models.byMonth')}</caption>
      <tbody>
        {known.map(([month, many]) => (
          <tr key={month}>
            <th scope="row" className="numbers">
              {month.slice(0, 7)}
            </th>
            <td className="bar-cell">
              <span className="share" style={{ width: `${(100 * many) / most}%` }} aria-hidden="true" />
            </td>
            <td className="numbers">{count(many, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
