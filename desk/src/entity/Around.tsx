import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskAroundQuery, DeskAroundQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useWords } from '../text';
import { count } from '../text/format';
import text from './around.graphql?raw';

const AROUND = operation<DeskAroundQuery, DeskAroundQueryVariables>(text);
const PAGE = 50;

/** What is around a thing, counted by tie; a tie opens by hand. */
export function Around({ id }: { id: string }) {
  const { t, tie, language } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const [state, again] = useQuery({ query: AROUND, variables: { id, first: 0 } });
  return (
    <Panel title={t('around.title')} flush>
      <Asked state={state} again={again} rows={4}>
        {({ expand: { counts } }) =>
          counts.length === 0 ? (
            <Nothing title={t('around.none')} />
          ) : (
            <ul className="rows">
              {[...byType(counts)].map(([type, many]) => (
                <li key={type} className="around">
                  <Button type="text" size="small" aria-expanded={open === type} onClick={() => setOpen(open === type ? null : type)}>
                    {open === type ? '▾' : '▸'} {tie(type)}
                  </Button>
                  <span className="rows-end numbers">{count(many, language)}</span>
                  {open === type && <Opened id={id} type={type} />}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Panel>
  );
}

/** How many neighbours a tie leads to, be it from the thing or to it. */
export function byType(counts: readonly { type: string; neighbours: number }[]): Map<string, number> {
  const types = new Map<string, number>();
  for (const { type, neighbours } of counts) types.set(type, (types.get(type) ?? 0) + neighbours);
  return types;
}

function Opened({ id, type }: { id: string; type: string }) {
  const { t } = useWords();
  const [state, again] = useQuery({ query: AROUND, variables: { id, types: [type], first: PAGE } });
  return (
    <div className="opened">
      <Asked state={state} again={again} rows={3}>
        {({ expand }) => (
          <>
            {expand.nodes.map((node) => (
              <NodeLink key={node.id} typename={node.__typename} id={node.id} caption={node.caption} />
            ))}
            {expand.pageInfo.hasNextPage && <span className="soft small">{t('around.more', { count: expand.totalCount - PAGE })}</span>}
          </>
        )}
      </Asked>
    </div>
  );
}
