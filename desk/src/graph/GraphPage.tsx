import { Alert, Button, Spin, Tabs } from 'antd';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type Sigma from 'sigma';
import { Nothing } from '../parts/Nothing';
import { useAddress } from '../parts/useAddress';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { AddThing } from './AddThing';
import { Chosen } from './Chosen';
import { useFilters, visibleOf } from './filters';
import { groupingOf } from './groups';
import { GraphCanvas } from './canvas/GraphCanvas';
import { GraphTable } from './GraphTable';
import { Legend } from './Legend';
import { BLANK, stepped } from './model';
import { Paths } from './Paths';
import { measureOf } from './sizes';
import { Toolbar } from './Toolbar';
import { useBeginning } from './useBeginning';
import { useQuestions } from './useQuestions';
import { useUndoKeys } from './useUndoKeys';
import type { Places } from './canvas/useLayout';
import { keptOf } from './views/saved';
import { useSaved } from './views/useSaved';
import { ViewsPanel } from './views/ViewsPanel';
import './graph.css';

/** People, firms, matters and what ties them: counted before it is drawn, drawn, filtered, and told in a table beside. */
export default function GraphPage() {
  const { t } = useWords();
  useTitle(t('graph.title'));
  const ask = useQuestions();
  const [history, step] = useReducer(stepped, { past: [], now: BLANK, future: [] });
  const [selected, setSelected] = useState<string | null>(null);
  const [edge, setEdge] = useState<string | null>(null);
  const [tab, setTab] = useState('chosen');
  const [withTable, setWithTable] = useState(false);
  const [sigma, setSigma] = useState<Sigma | null>(null);
  const places = useRef<Places>(new Map()).current;
  const [filters, change] = useFilters();
  const [address, putInAddress] = useAddress();
  const grouping = groupingOf(address.get('group'));
  const size = measureOf(address.get('size'));
  const picture = history.now;
  const visible = useMemo(
    () => visibleOf(picture, filters),
    [picture, filters.kinds.join(), filters.ties.join(), filters.channels.join(), filters.degree, filters.certainty, filters.since, filters.until],
  );
  const { beginning, missing } = useBeginning((nodes) => {
    step({ do: 'add', nodes, edges: [] });
    setSelected(nodes[0]?.id ?? null);
  }, ask.thing);
  const saved = useSaved(places, step);
  useUndoKeys(step);

  const choose = useCallback((id: string | null) => {
    setSelected(id);
    setEdge(null);
    if (id) setTab('chosen');
  }, []);
  useEffect(() => setEdge(null), [saved.view?.id]);

  const node = selected ? picture.nodes.get(selected) : undefined;
  const tie = edge ? picture.edges.get(edge) : undefined;
  const begun = picture.nodes.size > 0;
  const waits = beginning || saved.opening;
  const add = <AddThing add={(found) => step({ do: 'add', nodes: [found], edges: [] })} />;
  return (
    <div className="graph-page">
      <h1 className="unseen">{saved.view?.title ?? t('graph.title')}</h1>
      <Toolbar
        history={history}
        step={step}
        visible={visible}
        places={places}
        sigma={sigma}
        size={size}
        setSize={(wanted) => putInAddress('size', wanted)}
        grouping={grouping}
        setGrouping={(wanted) => putInAddress('group', wanted)}
        withTable={withTable}
        setWithTable={setWithTable}
      />
      {missing > 0 && <Alert type="info" showIcon title={t('graph.missing', { count: missing })} />}
      {saved.gone && <Alert type="info" showIcon title={t('views.gone')} />}
      <div className="graph-body">
        <div className="graph-left">
          <div className="panel graph-canvas">
            {waits && <Spin className="graph-wait" aria-label={t('loading')} />}
            {!begun && !waits && (
              <Nothing title={t('graph.empty')}>
                {t('graph.emptyMend')}
                {add}
              </Nothing>
            )}
            {begun && (
              <GraphCanvas
                visible={visible}
                pinned={picture.pinned}
                placed={picture.placed}
                places={places}
                selected={selected}
                size={size}
                grouping={grouping}
                select={choose}
                selectEdge={(id) => {
                  setEdge(id);
                  setTab('chosen');
                }}
                open={choose}
                pin={(id) => step({ do: 'pin', id })}
                ready={setSigma}
              />
            )}
          </div>
          {withTable && <GraphTable visible={visible} picture={picture} selected={selected} select={choose} step={step} />}
        </div>
        <aside className="panel graph-side" aria-label={t('graph.side')}>
          <Tabs
            size="small"
            activeKey={tab}
            onChange={setTab}
            items={[
              { key: 'chosen', label: t('graph.chosen'), children: <Chosen node={node} edge={tie} picture={picture} step={step} around={ask.around} /> },
              { key: 'legend', label: t('graph.legend'), children: <Legend picture={picture} filters={filters} change={change} /> },
              { key: 'paths', label: t('graph.paths'), children: <Paths picture={picture} selected={selected} between={ask.between} step={step} /> },
              { key: 'add', label: t('graph.add'), children: add },
              {
                key: 'views',
                label: t('views.title'),
                children: <ViewsPanel saved={saved} empty={!begun} picture={() => keptOf(picture, places, { filters, grouping, size })} />,
              },
            ]}
          />
          {begun && picture.hidden.size > 0 && (
            <Button block onClick={() => step({ do: 'showAll' })}>
              {t('graph.showHidden', { count: picture.hidden.size })}
            </Button>
          )}
        </aside>
      </div>
    </div>
  );
}
