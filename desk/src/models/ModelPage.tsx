import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { inOneTongue } from '../parts/tongue';
import { useTitle } from '../parts/useTitle';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { count, day, percent } from '../text/format';
import { COLOURS, MODEL_LIST, numbersOf, RAISED, statedOf, told, type KnownModel, type Score } from './found';
import { DryRun } from './DryRun';
import { Months } from './Months';
import './models.css';

/** One comparison model: what it looks for, by which numbers, what explains it innocently, what it raised and what came of that. */
export default function ModelPage() {
  const { t } = useWords();
  useTitle(t('models.one'));
  const { id = '' } = useParams();
  const [state, again] = useQuery({ query: MODEL_LIST });
  return (
    <Asked state={state} again={again} rows={12}>
      {({ models, modelScoreboard }) => {
        const model = models.find((each) => each.model === id);
        if (!model) return <Nothing title={t('models.noSuch')}>{t('models.noneMend')}</Nothing>;
        return <Shown model={model} score={modelScoreboard.find((each) => each.model === id)} />;
      }}
    </Asked>
  );
}

function Shown({ model, score }: { model: KnownModel; score: Score | undefined }) {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const [state, again] = useQuery({ query: RAISED, variables: { model: model.model } });
  const ran = state.data?.alerts.ran.groups.map(({ keys }) => numbersOf(keys[0]?.value)) ?? [];
  const newest = state.data?.alerts.nodes[0];
  return (
    <article className="matter">
      <header className="panel matter-head">
        <div className="bar">
          <Tag>{model.model}</Tag>
          <Tag color={COLOURS[model.severity]}>{value('Severity', model.severity)}</Tag>
          <ChannelMark channel={model.channel} />
          <span className="soft">{t('models.goesTo', { team: staff.team(model.team) })}</span>
          <span className="soft small numbers">{t('models.version', { version: model.version })}</span>
          <span className="matter-to-graph bar">
            <Link to="/models">{t('models.all')}</Link>
            <Link to={`/alerts?model=${encodeURIComponent(model.model)}`}>{t('models.toAlerts')}</Link>
          </span>
        </div>
        <h1>{inOneTongue(model.title, language)}</h1>
      </header>
      <div className="matter-columns">
        <div className="stack">
          <Panel title={t('models.parameters')} flush={model.parameters.length > 0}>
            {model.parameters.length === 0 ? <Nothing title={t('models.noParameters')} /> : <Parameters model={model} ran={ran} />}
          </Panel>
          <DryRun model={model} />
          <Panel title={t('models.raised')} count={state.data?.alerts.totalCount}>
            <Asked state={state} again={again} rows={4}>
              {({ alerts }) =>
                alerts.totalCount === 0 ? (
                  <Nothing title={t('models.noneRaised')}>{t('models.noneRaisedMend')}</Nothing>
                ) : (
                  <>
                    <Months groups={alerts.months.groups} />
                    {newest && (
                      <p className="small">
                        <span className="soft">{t('models.newest')}</span>{' '}
                        <Link to={`/alerts?model=${encodeURIComponent(model.model)}&alert=${encodeURIComponent(newest.id)}`}>
                          {day(newest.raisedAt, language)}
                        </Link>
                      </p>
                    )}
                  </>
                )
              }
            </Asked>
          </Panel>
        </div>
        <div className="stack">
          <Panel title={t('models.innocent')}>
            <p className="plain-text">{language === 'zh' ? model.innocentZh : model.innocent}</p>
          </Panel>
          {score && <Outcome score={score} />}
        </div>
      </div>
    </article>
  );
}

function Parameters({ model, ran }: { model: KnownModel; ran: readonly Record<string, unknown>[] }) {
  const words = useWords();
  const { t, language } = words;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('models.parameter')}</th>
          <th scope="col">{t('models.default')}</th>
          <th scope="col">{t('models.ranWith')}</th>
        </tr>
      </thead>
      <tbody>
        {model.parameters.map(({ name, about, unit, default: usual }) => {
          const used = [...new Set(ran.filter((each) => name in each).map((each) => told(each[name], unit, words)))];
          return (
            <tr key={name}>
              <th scope="row">
                {inOneTongue(about, language)}
              </th>
              <td className="numbers">{told(statedOf(usual), unit, words)}</td>
              <td className="numbers">{used.join('; ') || '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const OUTCOMES = [
  ['open', 'OPEN'],
  ['toUnit', 'TO_UNIT'],
  ['toClue', 'TO_CLUE'],
  ['dismissed', 'DISMISSED'],
] as const;

/** What came of its alerts; each number leads to them. */
function Outcome({ score }: { score: Score }) {
  const { t, value, language } = useWords();
  return (
    <Panel title={t('models.outcome')} count={score.alerts}>
      <dl className="facts">
        {OUTCOMES.map(([key, state]) => (
          <div key={key}>
            <dt>{value('AlertState', state)}</dt>
            <dd className="numbers">
              <Link to={`/alerts?model=${encodeURIComponent(score.model)}${state === 'OPEN' ? '' : `&state=${state}`}`}>{count(score[key], language)}</Link>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        {score.precision === null
          ? t('alerts.unchecked', { count: score.open })
          : t('alerts.score', { held: score.toUnit + score.toClue, checked: score.toUnit + score.toClue + score.dismissed, precision: percent(score.precision, language) })}
      </p>
    </Panel>
  );
}
