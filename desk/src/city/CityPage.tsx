import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { DeskCityQuery } from '#asked';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useAddress } from '../parts/useAddress';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { count, percent, todayInChina } from '../text/format';
import { Behind } from './Behind';
import { CITY, crossed } from './found';
import { HeatTable } from './HeatTable';
import { monthsUpTo } from './months';
import { Trends } from './Trends';
import { Warnings } from './Warnings';
import './city.css';

const YEARS = 8;

interface Figure {
  name: string;
  number: number;
  path?: string;
  more?: string;
}

/** The city on one page, of what the officer may see: matters by channel, kind and year, what warns, which units are named most. */
export default function CityPage() {
  const { t } = useWords();
  useTitle(t('city.title'));
  const since = `${monthsUpTo(todayInChina(), 24)[0] ?? ''}-01`;
  const [state, again] = useQuery({ query: CITY, variables: { since } });
  return (
    <div className="stack">
      <h1>{t('city.title')}</h1>
      <p className="soft page-about">{t('city.about')}</p>
      <Asked state={state} again={again} rows={12}>
        {(found) => (found.matters.totalCount === 0 ? <Nothing title={t('city.none')}>{t('inbox.noCluesMend')}</Nothing> : <Shown found={found} />)}
      </Asked>
    </div>
  );
}

function Shown({ found }: { found: DeskCityQuery }) {
  const { t, value, language } = useWords();
  const [address, change] = useAddress();
  const { matters, tickets, solved, proposed, confirmed, seriesList } = found;
  const kinds = crossed(matters.kinds.groups, 'KIND');
  const months = crossed(found.recent.months.groups, 'CAME_ON_MONTH');
  const years = crossed(matters.years.groups, 'CAME_ON_YEAR');
  const units = matters.units.groups.flatMap(({ keys, count: many }) => (keys[0]?.node ? [{ unit: keys[0].node, many }] : []));
  const recent = { ...years, columns: years.columns.slice(-YEARS) };
  const figures = [
    { name: t('city.matters'), number: matters.totalCount },
    ...(tickets.totalCount > 0 ? [{ name: t('city.tickets'), number: tickets.totalCount, more: t('city.solved', { count: count(solved.totalCount, language), share: percent(solved.totalCount / tickets.totalCount, language, 1) }) }] : []),
    { name: t('city.proposed'), number: proposed.totalCount, path: '/?of=links' },
    { name: t('city.confirmed'), number: confirmed.totalCount },
    { name: t('city.series'), number: seriesList.totalCount, path: '/series' },
  ];
  return (
    <>
      <dl className="figures">
        {figures.map(({ name, number, path, more }: Figure) => (
          <div key={name} className="panel">
            <dt className="soft">{name}</dt>
            <dd className="numbers">{path ? <Link to={path}>{count(number, language)}</Link> : count(number, language)}</dd>
            {more && <dd className="figure-more soft">{more}</dd>}
          </div>
        ))}
      </dl>
      <div className="city-columns">
        <Panel title={t('city.byKind')} flush>
          <HeatTable title={t('city.byKind')} table={kinds} nameOf={(kind) => value('Kind', kind)} open={(channel, kind) => change('behind', `${channel} ${kind}`)} />
        </Panel>
        <Panel title={t('city.byYear')} flush>
          <HeatTable title={t('city.byYear')} table={recent} nameOf={(year) => year} open={(channel, year) => change('behind', `${channel} ${year}`)} />
        </Panel>
      </div>
      <Panel title={t('city.trends')} flush>
        <Trends table={months} open={(channel, span) => change('behind', `${channel} ${span}`)} />
      </Panel>
      {address.get('behind') && <Behind key={address.get('behind')} of={address.get('behind') ?? ''} close={() => change('behind', null)} />}
      <div className="city-columns">
        <Warnings />
        <Panel title={t('city.units')} flush>
          {units.length === 0 && <Nothing title={t('city.noUnits')} />}
          <ol className="rows">
            {units.slice(0, 10).map(({ unit, many }) => (
              <li key={unit.id}>
                <NodeLink typename={unit.__typename} id={unit.id} caption={unit.caption} />
                <span className="rows-end bar">
                  <span className="numbers">{count(many, language)}</span>
                  <Link to={`/unit/${encodeURIComponent(unit.id)}/pack`}>{t('city.pack')}</Link>
                </span>
              </li>
            ))}
          </ol>
        </Panel>
      </div>
    </>
  );
}
