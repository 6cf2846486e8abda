import { useQuery } from 'urql';
import type { DeskIdentityQuery, DeskIdentityQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { useKeys } from '../lists/useKeys';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useWords } from '../text';
import text from './identity.graphql?raw';
import { Pair } from './Pair';

export const IDENTITY = operation<DeskIdentityQuery, DeskIdentityQueryVariables>(text);

export type FoundPair = DeskIdentityQuery['identityCandidates']['nodes'][number];

/** The records that are, or may be, this person or unit: side by side, with what agrees and what conflicts. */
export function Identity({ about }: { about: string }) {
  const { t } = useWords();
  const list = useKeys<HTMLDivElement>();
  const [state, again] = useQuery({ query: IDENTITY, variables: { filter: { about }, first: 20 } });
  return (
    <Panel title={t('identity.title')} count={state.data?.identityCandidates.totalCount || undefined} flush>
      <Asked state={state} again={again} rows={4}>
        {({ identityCandidates: { nodes } }) =>
          nodes.length === 0 ? (
            <Nothing title={t('identity.none')}>{t('identity.noneMend')}</Nothing>
          ) : (
            <div ref={list}>
              {nodes.map((pair) => (
                <Pair key={pair.id} pair={pair} judged={() => again({ requestPolicy: 'network-only' })} />
              ))}
            </div>
          )
        }
      </Asked>
    </Panel>
  );
}
