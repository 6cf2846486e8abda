import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useAddress } from '../parts/useAddress';
import { useTitle } from '../parts/useTitle';
import { useWords, type TextKey } from '../text';
import { Interventions } from './Interventions';
import { Waiting } from './Waiting';
import { ListsOf, RecommendationsOf, SweepsOf, TicketsOf } from './Lists';
import './tasks.css';

const TABS: readonly [string, () => ReactNode][] = [
  ['waiting', () => <Waiting />],
  ['recommendations', () => <RecommendationsOf />],
  ['sweeps', () => <SweepsOf />],
  ['lists', () => <ListsOf />],
  ['tickets', () => <TicketsOf />],
  ['interventions', () => <Interventions />],
];

/** What teams carry through beside clues: what waits, recommendations, sweeps, lists and tickets, and who asked about what. */
export default function TasksPage() {
  const { t } = useWords();
  useTitle(t('tasks.title'));
  const [address, put] = useAddress();
  const of = TABS.find(([key]) => key === address.get('of'))?.[0] ?? 'waiting';
  return (
    <>
      <h1 className="inbox-title">{t('tasks.title')}</h1>
      <Tabs
        className="tasks"
        destroyOnHidden
        activeKey={of}
        onChange={(next) => put('of', next === 'waiting' ? null : next)}
        items={TABS.map(([key, shown]) => ({ key, label: t(`tasks.${key}` as TextKey), children: shown() }))}
      />
    </>
  );
}
