import { Button, Dropdown, Select } from 'antd';
import type Sigma from 'sigma';
import { csvOf, save } from '../parts/saving';
import { WORKBOOK, workbookOf } from '../parts/workbook';
import { useMark } from '../parts/useMark';
import { useWords } from '../text';
import { graphMlOf, pngOf, sheetsOf, svgOf, tiesTable } from './exports';
import type { Visible } from './filters';
import { GROUPINGS, type Grouping } from './groups';
import type { History, Step } from './model';
import { MEASURES, sizesOf, type Measure } from './sizes';
import type { Places } from './canvas/useLayout';

interface Props {
  history: History;
  step: (step: Step) => void;
  visible: Visible;
  places: Places;
  sigma: Sigma | null;
  size: Measure | null;
  setSize: (size: Measure | null) => void;
  grouping: Grouping | null;
  setGrouping: (grouping: Grouping | null) => void;
  withTable: boolean;
  setWithTable: (withTable: boolean) => void;
}

/** What is done with the whole picture. */
export function Toolbar(props: Props) {
  const { history, step, visible, places, sigma, size, setSize, grouping, setGrouping, withTable, setWithTable } = props;
  const words = useWords();
  const { t } = words;
  const mark = useMark();
  const empty = visible.nodes.length === 0;
  const out: Record<string, () => void> = {
    png: () => sigma && void pngOf(sigma, mark()).then((blob) => save(blob, 'image/png', 'png')),
    svg: () => save(svgOf(visible, places, size ? sizesOf(visible, size) : null, mark()), 'image/svg+xml', 'svg'),
    xlsx: () => save(new Blob([workbookOf(sheetsOf(visible, words, mark()))]), WORKBOOK, 'xlsx'),
    csv: () => save(csvOf(tiesTable(visible, words), mark()), 'text/csv', 'csv'),
    graphml: () => save(graphMlOf(visible, mark()), 'application/xml', 'graphml'),
  };
  const camera = sigma?.getCamera();
  return (
    <div className="bar graph-bar" role="toolbar" aria-label={t('graph.tools')}>
      <Button disabled={history.past.length === 0} onClick={() => step({ do: 'undo' })} title="Ctrl Z">
        ↶ {t('graph.undo')}
      </Button>
      <Button disabled={history.future.length === 0} onClick={() => step({ do: 'redo' })} title="Ctrl Y">
        ↷ {t('graph.redo')}
      </Button>
      <span className="bar-group">
        <Button aria-label={t('graph.zoomIn')} title={t('graph.zoomIn')} disabled={!camera} onClick={() => void camera?.animatedZoom()}>
          +
        </Button>
        <Button aria-label={t('graph.zoomOut')} title={t('graph.zoomOut')} disabled={!camera} onClick={() => void camera?.animatedUnzoom()}>
          −
        </Button>
        <Button disabled={!camera} onClick={() => void camera?.animatedReset()}>
          {t('graph.fit')}
        </Button>
      </span>
      <Select<Measure | ''>
        className="grouping"
        aria-label={t('graph.size')}
        value={size ?? ''}
        onChange={(wanted) => setSize(wanted || null)}
        options={[{ value: '', label: t('graph.size.none') }, ...MEASURES.map((value) => ({ value, label: t(`graph.size.${value}`) }))]}
      />
      <Select<Grouping | ''>
        className="grouping"
        aria-label={t('graph.group')}
        value={grouping ?? ''}
        onChange={(wanted) => setGrouping(wanted || null)}
        options={[{ value: '', label: t('graph.group.none') }, ...GROUPINGS.map((value) => ({ value, label: t(`graph.group.${value}`) }))]}
      />
      <Button aria-pressed={withTable} type={withTable ? 'primary' : 'default'} onClick={() => setWithTable(!withTable)}>
        {t('graph.table')}
      </Button>
      <span className="soft numbers graph-count" role="status">
        {t('graph.told', { nodes: visible.nodes.length, edges: visible.edges.length })}
      </span>
      <span className="panel-more bar">
        <Dropdown
          disabled={empty}
          menu={{
            items: Object.keys(out).map((key) => ({ key, label: key === 'graphml' ? 'GraphML' : key.toUpperCase() })),
            onClick: ({ key }) => out[key]?.(),
          }}
          trigger={['click']}
        >
          <Button>{t('graph.out')}</Button>
        </Dropdown>
        <Button disabled={history.now.nodes.size === 0} onClick={() => step({ do: 'clear' })}>
          {t('graph.clear')}
        </Button>
      </span>
    </div>
  );
}
