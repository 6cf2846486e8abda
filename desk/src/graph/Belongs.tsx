import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskGraphConnectedQuery, DeskGraphConnectedQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { percent } from '../text/format';
import text from './connected.graphql?raw';
import type { GraphNode, Step } from './model';
import { nodeOf } from './useQuestions';

const CONNECTED = operation<DeskGraphConnectedQuery, DeskGraphConnectedQueryVariables>(text);
const MOST = 10;

/** What belongs with a matter: each connection opens its evidence as paths, in sentences and drawn. */
export function Belongs({ node, step }: { node: GraphNode; step: (step: Step) => void }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  return (
    <div className="belongs">
      <Button size="small" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {t('graph.belongs')}
      </Button>
      {asked && <Found id={node.id} step={step} />}
    </div>
  );
}

function Found({ id, step }: { id: string; step: (step: Step) => void }) {
  const { t, language } = useWords();
  const [state, again] = useQuery({ query: CONNECTED, variables: { id, first: MOST } });
  return (
    <Asked state={state} again={again} rows={4}>
      {({ connectedMatters: { nodes } }) =>
        nodes.length === 0 ? (
          <Nothing title={t('graph.belongsNone')} />
        ) : (
          <ul className="rows tight">
            {nodes.map(({ matter, score, evidence }) => {
              const drawn: Step = { do: 'add', nodes: evidence.flatMap(({ path }) => path.nodes.map(nodeOf)), edges: evidence.flatMap(({ path }) => [...path.edges]), from: id };
              return (
                <li key={matter.id}>
                  <div className="belongs-one">
                    <span className="bar">
                      <strong>{matter.caption}</strong>
                      <ChannelMark channel={matter.channel} />
                      <span className="numbers soft small">{percent(score, language)}</span>
                    </span>
                    <ol className="evidence small">
                      {evidence.slice(0, 3).map((each, at) => (
                        <li key={at}>{language === 'zh' ? each.sentenceZh : each.sentence}</li>
                      ))}
                    </ol>
                    <Button size="small" onClick={() => step(drawn)}>
                      {t('graph.drawEvidence', { count: evidence.length })}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        )
      }
    </Asked>
  );
}
