import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { NavLink, Route, Routes } from 'react-router';
import { useWords } from '../text';
import { Brand } from './Brand';
import { Missing } from './Missing';
import { FreshNotices, LostLine } from '../live/LiveLine';
import { SearchBox } from '../search/SearchBox';
import { Switches } from './Switches';
import { ViewerMenu } from './ViewerMenu';

const InboxPage = lazy(() => import('../inbox/InboxPage'));
const SearchPage = lazy(() => import('../search/SearchPage'));
const LookupPage = lazy(() => import('../lookup/LookupPage'));
const MatterPage = lazy(() => import('../matter/MatterPage'));
const EntityPage = lazy(() => import('../entity/EntityPage'));
const AlertsPage = lazy(() => import('../alerts/AlertsPage'));
const IdentityQueue = lazy(() => import('../queues/IdentityQueue'));
const RoundsPage = lazy(() => import('../pack/RoundsPage'));
const PackPage = lazy(() => import('../pack/PackPage'));
const SourcesPage = lazy(() => import('../sources/SourcesPage'));
const SeriesList = lazy(() => import('../series/SeriesList'));
const SeriesPage = lazy(() => import('../series/SeriesPage'));
const ModelsPage = lazy(() => import('../models/ModelsPage'));
const ModelPage = lazy(() => import('../models/ModelPage'));
const TasksPage = lazy(() => import('../tasks/TasksPage'));
const TaskPage = lazy(() => import('../tasks/TaskPage'));
const AccessPage = lazy(() => import('../access/AccessPage'));
const CityPage = lazy(() => import('../city/CityPage'));
const GraphPage = lazy(() => import('../graph/GraphPage'));

/** Header and pages of who is signed in. */
export function Shell() {
  const { t } = useWords();
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t('nav.skip')}
      </a>
      <header className="head">
        <NavLink to="/" aria-label={t('nav.home')} className="head-brand">
          <Brand />
        </NavLink>
        <SearchBox />
        <nav className="head-nav" aria-label={t('nav.main')}>
          <NavLink to="/" end>
            {t('nav.inbox')}
          </NavLink>
          <NavLink to="/graph">{t('nav.graph')}</NavLink>
          <NavLink to="/tasks">{t('nav.tasks')}</NavLink>
          <NavLink to="/alerts">{t('nav.alerts')}</NavLink>
          <NavLink to="/queues/identity">{t('nav.identity')}</NavLink>
          <NavLink to="/series">{t('nav.series')}</NavLink>
          <NavLink to="/rounds">{t('nav.rounds')}</NavLink>
          <NavLink to="/city">{t('nav.city')}</NavLink>
          <NavLink to="/sources">{t('nav.sources')}</NavLink>
          <NavLink to="/lookup">{t('nav.lookup')}</NavLink>
        </nav>
        <FreshNotices />
        <Switches />
        <ViewerMenu />
      </header>
      <LostLine />
      <main id="page" className="page" tabIndex={-1}>
        <Suspense fallback={<Skeleton active aria-label={t('loading')} />}>
          <Routes>
            <Route path="/" element={<InboxPage />} />
            <Route path="/search" element={<SearchPage />} />
            <Route path="/lookup" element={<LookupPage />} />
            <Route path="/matter/:id" element={<MatterPage />} />
            <Route path="/entity/:id" element={<EntityPage />} />
            <Route path="/alerts" element={<AlertsPage />} />
            <Route path="/queues/identity" element={<IdentityQueue />} />
            <Route path="/rounds" element={<RoundsPage />} />
            <Route path="/unit/:id/pack" element={<PackPage />} />
            <Route path="/sources" element={<SourcesPage />} />
            <Route path="/series" element={<SeriesList />} />
            <Route path="/series/:id" element={<SeriesPage />} />
            <Route path="/models" element={<ModelsPage />} />
            <Route path="/models/:id" element={<ModelPage />} />
            <Route path="/tasks" element={<TasksPage />} />
            <Route path="/task/:id" element={<TaskPage />} />
            <Route path="/access" element={<AccessPage />} />
            <Route path="/city" element={<CityPage />} />
            <Route path="/graph" element={<GraphPage />} />
            <Route path="*" element={<Missing />} />
          </Routes>
        </Suspense>
      </main>
    </div>
  );
}
