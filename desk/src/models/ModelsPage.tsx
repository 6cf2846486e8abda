import { Tag } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { RowTable } from '../lists/RowTable';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { inOneTongue } from '../parts/tongue';
import { useTitle } from '../parts/useTitle';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { count, percent } from '../text/format';
import { COLOURS, MODEL_LIST, pathOfModel, type KnownModel, type Score } from './found';

type Row = KnownModel & { score: Score | undefined };
const COUNTS = ['alerts', 'open', 'toUnit', 'toClue', 'dismissed'] as const;
const GRAVE = ['LOW', 'MEDIUM', 'HIGH'];

/** Every comparison model with what came of its alerts; a row leads to the model. */
export default function ModelsPage() {
  const { t, value, language } = useWords();
  useTitle(t('models.title'));
  const staff = useStaff();
  const [state, again] = useQuery({ query: MODEL_LIST });
  const nameOf = ({ title }: KnownModel) => inOneTongue(title, language);
  return (
    <div className="stack">
      <div className="bar">
        <h1>{t('models.title')}</h1>
        <Link to="/alerts">{t('models.toAlerts')}</Link>
      </div>
      <Asked state={state} again={again} rows={14}>
        {({ models, modelScoreboard }) => {
          const scores = new Map(modelScoreboard.map((each) => [each.model, each]));
          const rows: Row[] = models.map((each) => ({ ...each, score: scores.get(each.model) }));
          return (
            <section className="panel" aria-label={t('models.title')}>
              <RowTable<Row>
                rows={rows}
                rowKey={({ model }) => model}
                path={({ model }) => pathOfModel(model)}
                paged={false}
                empty={<Nothing title={t('models.none')}>{t('models.noneMend')}</Nothing>}
                columns={[
                  { title: t('models.id'), width: 70, render: (_, { model }) => <Tag>{model}</Tag> },
                  {
                    title: t('alerts.model'),
                    sorter: (one, other) => nameOf(one).localeCompare(nameOf(other), language),
                    render: (_, row) => <Link to={pathOfModel(row.model)}>{nameOf(row)}</Link>,
                  },
                  {
                    title: t('alerts.severity'),
                    width: 110,
                    sorter: (one, other) => GRAVE.indexOf(one.severity) - GRAVE.indexOf(other.severity),
                    render: (_, { severity }) => <Tag color={COLOURS[severity]}>{value('Severity', severity)}</Tag>,
                  },
                  { title: t('models.team'), width: 170, render: (_, { team }) => staff.team(team) },
                  ...COUNTS.map((key) => ({
                    title: t(`models.${key}`),
                    width: 105,
                    align: 'right' as const,
                    className: 'numbers',
                    sorter: (one: Row, other: Row) => (one.score?.[key] ?? 0) - (other.score?.[key] ?? 0),
                    ...(key === 'alerts' ? { defaultSortOrder: 'descend' as const } : {}),
                    render: (_: unknown, { score }: Row) => count(score?.[key] ?? 0, language),
                  })),
                  {
                    title: t('models.held'),
                    width: 110,
                    align: 'right',
                    className: 'numbers',
                    sorter: (one, other) => (one.score?.precision ?? -1) - (other.score?.precision ?? -1),
                    render: (_, { score }) => (typeof score?.precision === 'number' ? percent(score.precision, language) : '–'),
                  },
                ]}
              />
            </section>
          );
        }}
      </Asked>
    </div>
  );
}
