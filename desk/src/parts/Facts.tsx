import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { useWords, type Words } from '../text';
import { count, day, moment, money } from '../text/format';

interface Provenance {
  source: string | null;
  sourceKey: string | null;
  row: number | null;
  learntAt: string | null;
}

interface Props {
  kind: string;
  /** The node as it was answered; what is no plain value is left to other parts of the page. */
  node: object;
  leftOut?: readonly string[];
  provenance: Provenance;
}

const UNITS = [['ratedLitres', 'unit.litresPer100Km'], ['itres', 'unit.litres'], ['Km', 'unit.km'], ['Mu', 'unit.mu']] as const; // prettier-ignore
const NEVER = new Set(['__typename', 'id', 'caption', 'text', 'title']);

/** The plain facts of a thing, each with its source. What has no value is not listed. */
export function Facts({ kind, node, leftOut = [], provenance }: Props) {
  const words = useWords();
  const told = Object.entries(node).filter(
    ([key, value]) => !NEVER.has(key) && !leftOut.includes(key) && isPlain(value),
  );
  const source = sourceOf(provenance, words);
  return (
    <>
      <dl className="facts">
        {told.map(([key, value]) => {
          const field = key.split('_').at(-1) ?? key;
          return (
            <div key={key}>
              <dt>{words.field(kind, field)}</dt>
              <dd>
                <Tooltip title={source}>{factOf(kind, field, value as string | number | boolean, words)}</Tooltip>
              </dd>
            </div>
          );
        })}
      </dl>
      {source && <p className="source soft small">{source}</p>}
    </>
  );
}

function isPlain(value: unknown): boolean {
  return value !== null && value !== '' && ['string', 'number', 'boolean'].includes(typeof value);
}

function factOf(kind: string, field: string, value: string | number | boolean, words: Words) {
  const list = words.listOf(kind, field);
  if (list) return <span>{words.value(list, String(value))}</span>;
  if (kind === 'Alert' && field === 'model') return <Link to={`/models/${encodeURIComponent(String(value))}`}>{value}</Link>;
  if (typeof value === 'boolean') return <span>{words.t(value ? 'yes' : 'no')}</span>;
  if (field.endsWith('Fen')) return <span className="numbers">{money(value, words.language)}</span>;
  if (/(On|From|To)$/.test(field) && /^\d{4}-\d\d-\d\d/.test(String(value))) {
    return <span className="numbers">{day(String(value), words.language)}</span>;
  }
  if (field.endsWith('At')) return <span className="numbers">{moment(String(value), words.language)}</span>;
  const unit = UNITS.find(([ending]) => field.endsWith(ending))?.[1];
  if (unit && typeof value === 'number') return <span className="numbers">{`${count(value, words.language)} ${words.t(unit)}`}</span>;
  return <span>{Number.isInteger(value) ? count(value as number, words.language) : value}</span>;
}

export function sourceOf(provenance: Provenance, { t, source, language }: Words): string {
  if (!provenance.source) return '';
  return [
    t('source.of', { source: source(provenance.source) }),
    provenance.sourceKey,
    provenance.row !== null && t('source.row', { row: provenance.row }),
    provenance.learntAt && t('source.learnt', { at: moment(provenance.learntAt, language) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
