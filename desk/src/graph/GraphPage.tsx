import { Alert, Button, Spin, Tabs } from 'antd';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
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
import { BLANK, stepped, type GraphNode } from './model';
import { Paths } from './Paths';
import { Toolbar } from './Toolbar';
import { useQuestions } from './useQuestions';
import type { Places } from './canvas/useLayout';
import './graph.css';

/** People, firms, matters and what ties them: counted before it is drawn, drawn, filtered, and told in a table beside. */
export default function GraphPage() {
  const { t } = useWords();
  useTitle(t('graph.title'));
  const ask = useQuestions();
  const [history, step] = useReducer(stepped, { past: [], now: BLANK, future: [] });
  const [selected, setSelected] = useState<string | null>(null);
  const [edge, setEdge] = useState<string | null>(null);
  const [byDegree, setByDegree] = useState(false);
  const [tab, setTab] = useState('chosen');
  const [withTable, setWithTable] = useState(false);
  const [sigma, setSigma] = useState<Sigma | null>(null);
  const places = useRef<Places>(new Map()).current;
  const [filters, change] = useFilters();
  const [address, putInAddress] = useAddress();
  const grouping = groupingOf(address.get('group'));
  const picture = history.now;
  const visible = useMemo(() => visibleOf(picture, filters), [picture, filters.kinds.join(), filters.ties.join(), filters.channels.join(), filters.degree, filters.since, filters.until]);
  const { beginning, missing } = useBeginning((nodes) => {
    step({ do: 'add', nodes, edges: [] });
    setSelected(nodes[0]?.id ?? null);
  }, ask.thing);

  const choose = useCallback((id: string | null) => {
    setSelected(id);
    setEdge(null);
    if (id) setTab('chosen');
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.target as HTMLElement).closest('input, textarea')) return;
      const undone = event.key === 'z' && (event.ctrlKey || event.metaKey);
      if (undone) step({ do: event.shiftKey ? 'redo' : 'undo' });
      else if (event.key === 'y' && (event.ctrlKey || event.metaKey)) step({ do: 'redo' });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  const node = selected ? picture.nodes.get(selected) : undefined;
  const tie = edge ? picture.edges.get(edge) : undefined;
  const begun = picture.nodes.size > 0;
  return (
    <div className="graph-page">
      <h1 className="unseen">{t('graph.title')}</h1>
      <Toolbar
        history={history}
        step={step}
        visible={visible}
        places={places}
        sigma={sigma}
        selected={selected}
        byDegree={byDegree}
        setByDegree={setByDegree}
        grouping={grouping}
        setGrouping={(wanted) => putInAddress('group', wanted)}
        withTable={withTable}
        setWithTable={setWithTable}
      />
      {missing > 0 && <Alert type="info" showIcon title={t('graph.missing', { count: missing })} />}
      <div className="graph-body">
        <div className="graph-left">
          <div className="panel graph-canvas">
            {beginning && <Spin className="graph-wait" aria-label={t('loading')} />}
            {!begun && !beginning && (
              <Nothing title={t('graph.empty')}>
                {t('graph.emptyMend')}
                <AddThing add={(found) => step({ do: 'add', nodes: [found], edges: [] })} />
              </Nothing>
            )}
            {begun && (
              <GraphCanvas
                visible={visible}
                pinned={picture.pinned}
                places={places}
                selected={selected}
                byDegree={byDegree}
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
              {
                key: 'chosen',
                label: t('graph.chosen'),
                children: <Chosen node={node} edge={tie} picture={picture} step={step} around={ask.around} />,
              },
              { key: 'legend', label: t('graph.legend'), children: <Legend picture={picture} filters={filters} change={change} /> },
              {
                key: 'paths',
                label: t('graph.paths'),
                children: <Paths picture={picture} selected={selected} between={ask.between} step={step} />,
              },
              {
                key: 'add',
                label: t('graph.add'),
                children: <AddThing add={(found) => step({ do: 'add', nodes: [found], edges: [] })} />,
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

const MOST = 40; // things that an address begins with

/** Fetches the things that the address names. What the viewer may not see is counted as missing, like what is not there. */
function useBeginning(begin: (nodes: GraphNode[]) => void, thing: (id: string) => Promise<GraphNode | null>) {
  const [address] = useSearchParams();
  const of = address.get('of') ?? '';
  const [state, setState] = useState({ beginning: of !== '', missing: 0 });
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => {
    const ids = of.split(',').filter(Boolean).slice(0, MOST);
    if (ids.length === 0) return;
    let left = false;
    setState({ beginning: true, missing: 0 });
    void Promise.all(ids.map((id) => thing(id).catch(() => null))).then((found) => {
      if (left) return;
      const nodes = found.filter((each): each is GraphNode => each !== null);
      setState({ beginning: false, missing: ids.length - nodes.length });
      if (nodes.length) latest.current(nodes);
    });
    return () => {
      left = true;
    };
  }, [of, thing]);
  return state;
}
