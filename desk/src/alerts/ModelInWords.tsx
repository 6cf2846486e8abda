import { Link } from 'react-router';
import { useQuery } from 'urql';
import { inOneTongue } from '../parts/tongue';
import { useWords } from '../text';
import { percent } from '../text/format';
import { numbersOf, pathOfModel, statedOf, told } from '../models/found';
import { SCORES, type Model } from './found';

/** What a comparison model looks for, by which numbers, what explains it innocently, and how often it was right so far. */
export function ModelInWords({ model, ran }: { model: Model; ran: string | null }) {
  const words = useWords();
  const { t, language } = words;
  const [{ data }] = useQuery({ query: SCORES, requestPolicy: 'cache-first' });
  const score = data?.modelScoreboard.find((each) => each.model === model.model);
  const given = numbersOf(ran);
  return (
    <section aria-label={t('alerts.model')}>
      <h3>
        <Link to={pathOfModel(model.model)}>
          {t('alerts.modelIs', { model: model.model, version: model.version, title: inOneTongue(model.title, language) })}
        </Link>
      </h3>
      <p className="alert-innocent">
        <strong>{t('alerts.innocent')}</strong> {language === 'zh' ? model.innocentZh : model.innocent}
      </p>
      {model.parameters.length > 0 && (
        <dl className="facts">
          {model.parameters.map(({ name, default: usual, about, unit }) => (
            <div key={name}>
              <dt>{inOneTongue(about, language)}</dt>
              <dd className="numbers">{told(given[name] ?? statedOf(usual), unit, words)}</dd>
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
