import { Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import type { DeskIdentityCountsQuery, DeskIdentityCountsQueryVariables, IdentityState } from '#asked';
import { operation } from '../app/operation';
import { IDENTITY } from '../entity/Identity';
import { Pair } from '../entity/Pair';
import { KeysAbout } from '../lists/KeysAbout';
import { MoreButton } from '../lists/MoreButton';
import { useKeys } from '../lists/useKeys';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import countsText from './identity_counts.graphql?raw';

const COUNTS = operation<DeskIdentityCountsQuery, DeskIdentityCountsQueryVariables>(countsText);
const STATES: readonly IdentityState[] = ['PROPOSED', 'UNSURE', 'SAME', 'DIFFERENT'];

/** Pairs of records that may be one, the likeliest first, to be judged one after the other by keyboard. */
export default function IdentityQueue() {
  const { t } = useWords();
  useTitle(t('queue.identity'));
  const [address, setAddress] = useSearchParams();
  const wanted = STATES.find((each) => each === address.get('state')) ?? 'PROPOSED';
  const [first, setFirst] = useState(20);
  const list = useKeys<HTMLDivElement>();
  const [state, again] = useQuery({ query: IDENTITY, variables: { filter: { state: [wanted] }, orderBy: 'SCORE', first } });
  const [counts, countAgain] = useQuery({ query: COUNTS });
  const judged = () => {
    again({ requestPolicy: 'network-only' });
    countAgain({ requestPolicy: 'network-only' });
  };
  return (
    <div className="stack">
      <div className="bar">
        <h1>{t('queue.identity')}</h1>
        <Segmented
          value={wanted}
          onChange={(value) => setAddress(value === 'PROPOSED' ? {} : { state: value })}
          options={STATES.map((value) => ({
            value,
            label: (
              <>
                {t(`queue.${value}`)} <span className="panel-count">{counts.data?.[value].totalCount}</span>
              </>
            ),
          }))}
        />
        <KeysAbout />
      </div>
      <Asked state={state} again={again} rows={12}>
        {({ identityCandidates: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Nothing title={t('queue.none')}>{t('queue.noneMend')}</Nothing>
          ) : (
            <>
              <div className="panel" ref={list}>
                {nodes.map((pair) => (
                  <Pair key={pair.id} pair={pair} judged={judged} />
                ))}
              </div>
              <MoreButton page={pageInfo} shown={first} more={setFirst} busy={state.fetching} />
            </>
          )
        }
      </Asked>
    </div>
  );
}
