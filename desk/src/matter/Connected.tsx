import { Button, Segmented, Slider } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskConnectedQuery, DeskConnectedQueryVariables, DeskLinksQuery, DeskLinksQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { useHeard } from '../live/live';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useKeys } from '../lists/useKeys';
import { useWords } from '../text';
import connectedText from './connected.graphql?raw';
import { ConnectedCard } from './ConnectedCard';
import linksText from './links.graphql?raw';

const CONNECTED = operation<DeskConnectedQuery, DeskConnectedQueryVariables>(connectedText);
const LINKS = operation<DeskLinksQuery, DeskLinksQueryVariables>(linksText);
const LEAST = 0.2; // what scores less is shown only to who asks for it

export type FoundLink = DeskLinksQuery['links']['nodes'][number];

/** What belongs with the matter, each with its score, its evidence and a judgement. */
export function Connected({ matter, taken }: { matter: string; taken: boolean }) {
  const { t } = useWords();
  const list = useKeys<HTMLUListElement>();
  const [least, setLeast] = useState(LEAST);
  const [shown, setShown] = useState(10);
  const [which, setWhich] = useState<'all' | 'open'>('all');
  const [state, again] = useQuery({ query: CONNECTED, variables: { id: matter, minScore: least, first: shown } });
  const [links, readLinks] = useQuery({ query: LINKS, variables: { matter, first: 100 } });
  useHeard(matter, () => {
    again({ requestPolicy: 'network-only' });
    readLinks({ requestPolicy: 'network-only' });
  });
  const byOther = new Map<string, FoundLink[]>();
  for (const link of links.data?.links.nodes ?? []) {
    const other = link.one.id === matter ? link.other.id : link.one.id;
    byOther.set(other, [...(byOther.get(other) ?? []), link]);
  }
  const isOpen = (other: string) => (byOther.get(other) ?? []).some((link) => link.state === 'PROPOSED');
  const found = state.data?.connectedMatters;
  return (
    <Panel
      title={t('connected.title')}
      count={found?.totalCount}
      flush
      more={
        <span className="bar">
          <span className="least">
            <span className="small soft" id="least-score">
              {t('connected.least')}
            </span>
            <Slider
              ariaLabelledByForHandle="least-score"
              min={0}
              max={0.95}
              step={0.05}
              defaultValue={LEAST}
              onChangeComplete={setLeast}
            />
          </span>
          <Segmented
            size="small"
            value={which}
            onChange={setWhich}
            options={[
              { value: 'all', label: t('connected.all') },
              { value: 'open', label: t('connected.open') },
            ]}
          />
        </span>
      }
    >
      <Asked state={state} again={again} rows={8}>
        {({ connectedMatters: { nodes, totalCount, leftOut } }) => {
          const listed = nodes.filter(({ matter: { id } }) => which === 'all' || isOpen(id));
          return (
            <>
              {listed.length === 0 && (
                <Nothing title={which === 'open' ? t('connected.noneOpen') : t('connected.none')}>
                  {which === 'open' ? t('connected.noneOpenMend') : t('connected.noneMend')}
                </Nothing>
              )}
              <ul className="cards" ref={list}>
                {listed.map((each) => (
                  <ConnectedCard
                    of={matter} key={each.matter.id}
                    connected={each}
                    taken={taken}
                    links={byOther.get(each.matter.id) ?? []}
                    judged={() => readLinks({ requestPolicy: 'network-only' })}
                  />
                ))}
              </ul>
              {totalCount > nodes.length && (
                <Button type="link" loading={state.fetching} onClick={() => setShown(Math.min(shown + 20, 100))}>
                  {t('connected.more', { count: totalCount - nodes.length })}
                </Button>
              )}
              {leftOut.length > 0 && (
                <p className="left-out small soft">
                  {t('connected.leftOut')}{' '}
                  {leftOut.map(({ entity, count }) => (
                    <span key={entity.id} className="bar">
                      <NodeLink typename={entity.__typename} id={entity.id} caption={entity.caption} />
                      {t('connected.namedBy', { count })}
                    </span>
                  ))}
                </p>
              )}
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}
