import { Button } from 'antd';
import { Link } from 'react-router';
import { ChannelMark } from '../parts/ChannelMark';
import { KindMark } from '../parts/KindMark';
import { isMatter, pathOf } from '../parts/kinds';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { Belongs } from './Belongs';
import { Expanding } from './Expanding';
import type { GraphEdge, GraphNode, Picture, Step } from './model';
import { Tie } from './Tie';
import type { Found } from './useQuestions';

interface Props {
  node: GraphNode | undefined;
  edge: GraphEdge | undefined;
  picture: Picture;
  step: (step: Step) => void;
  around: (id: string, types: readonly string[], first: number) => Promise<Found>;
}

/** What is chosen: a tie in a sentence, or a thing with what may be drawn around it. */
export function Chosen({ node, edge, picture, step, around }: Props) {
  const { t } = useWords();
  if (edge) return <Tie edge={edge} picture={picture} />;
  if (!node) return <Nothing title={t('graph.nothingChosen')}>{t('graph.nothingChosenMend')}</Nothing>;
  const pinned = picture.pinned.has(node.id);
  const ties = [...picture.edges.values()].filter((each) => each.source === node.id || each.target === node.id);
  return (
    <div className="chosen">
      <KindMark typename={node.typename} />
      <h2>{node.caption}</h2>
      <div className="bar small">
        {node.number && <span className="numbers soft">{node.number}</span>}
        <ChannelMark channel={node.channel} />
        <Link to={pathOf(node.typename, node.id)}>{t('graph.openPage')}</Link>
      </div>
      <div className="bar">
        <Button size="small" aria-pressed={pinned} onClick={() => step({ do: 'pin', id: node.id })}>
          {pinned ? t('graph.unpin') : t('graph.pin')}
        </Button>
        <Button size="small" onClick={() => step({ do: 'hide', ids: [node.id] })}>
          {t('graph.hide')}
        </Button>
        <Button size="small" onClick={() => step({ do: 'collapse', id: node.id })}>
          {t('graph.collapse')}
        </Button>
      </div>
      <Expanding key={node.id} node={node} picture={picture} step={step} around={around} />
      {isMatter(node.typename) && <Belongs key={`belongs ${node.id}`} node={node} step={step} />}
      {ties.length > 0 && (
        <details className="ties">
          <summary>{t('graph.tiesHere', { count: ties.length })}</summary>
          {ties.slice(0, 60).map((each) => (
            <Tie key={each.id} edge={each} picture={picture} />
          ))}
        </details>
      )}
    </div>
  );
}
