import { useQuery } from 'urql';
import { inOneTongue } from '../parts/tongue';
import { useWords } from '../text';
import { percent } from '../text/format';
import { SCORES, type Model } from './found';

/** What a comparison model looks for, by which numbers, what explains it innocently, and how often it was right so far. */
export function ModelInWords({ model, ran }: { model: Model; ran: string | null }) {
  const { t, language } = useWords();
  const [{ data }] = useQuery({ query: SCORES, requestPolicy: 'cache-first' });
  const score = data?.modelScoreboard.find((each) => each.model === model.model);
  const given = read(ran);
  return (
    <section aria-label={t('alerts.model')}>
      <h3>
        {t('alerts.modelIs', { model: model.model, version: model.version, title: inOneTongue(model.title, language) })}
      </h3>
      <p className="alert-innocent">
        <strong>{t('alerts.innocent')}</strong> {language === 'zh' ? model.innocentZh : model.innocent}
      </p>
      {model.parameters.length > 0 && (
        <dl className="facts">
          {model.parameters.map(({ name, default: usual, about, unit }) => (
            <div key={name}>
              <dt>{inOneTongue(about, language)}</dt>
              <dd className="numbers">{told(given[name] ?? read(usual), unit)}</dd>
            </div>
          ))}
        </dl>
      )}
      {score && (
        <p className="soft small">
          {score.precision === null
            ? t('alerts.unchecked', { count: score.open })
            : t('alerts.score', { held: score.toUnit + score.toClue, checked: score.toUnit + score.toClue + score.dismissed, precision: percent(score.precision, language) })}
        </p>
      )}
    </section>
  );
}

function read(json: string | null): Record<string, unknown> {
  try {
    return JSON.parse(json ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A value as people read it: a list as its words, a number with what it counts in. */
function told(value: unknown, unit: string): string {
  if (Array.isArray(value)) return value.join(', ');
  return `${String(value)} ${unit}`.trim();
}
