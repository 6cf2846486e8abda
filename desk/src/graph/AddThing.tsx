import { Button, Input } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskSuggestQuery, DeskSuggestQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { KindMark } from '../parts/KindMark';
import { Nothing } from '../parts/Nothing';
import { useSettled } from '../search/SearchBox';
import text from '../search/suggest.graphql?raw';
import { useWords } from '../text';
import type { GraphNode } from './model';
import { nodeOf } from './useQuestions';

const SUGGEST = operation<DeskSuggestQuery, DeskSuggestQueryVariables>(text);

/** Finds a thing and puts it into the picture. */
export function AddThing({ add }: { add: (node: GraphNode) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim(), 250);
  const [state, again] = useQuery({ query: SUGGEST, variables: { text: sought }, pause: !sought });
  return (
    <div className="add-thing">
      <Input
        allowClear
        aria-label={t('graph.addLabel')}
        placeholder={t('graph.addLabel')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {sought && (
        <Asked state={state} again={again} rows={3}>
          {({ search }) =>
            search.hits.length === 0 ? (
              <Nothing title={t('search.nothing')} />
            ) : (
              <ul className="rows tight">
                {search.hits.map(({ node }) => (
                  <li key={node.id}>
                    <KindMark typename={node.__typename} bare />
                    <span>{node.caption}</span>
                    <Button size="small" className="rows-end" onClick={() => add(nodeOf(node))}>
                      {t('graph.put')}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      )}
    </div>
  );
}
