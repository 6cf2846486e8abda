import { Segmented } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useKeys } from '../lists/useKeys';
import { useWords } from '../text';
import { AccessRow } from './AccessRow';
import { ACCESS } from './found';
import { KeysAbout } from '../lists/KeysAbout';
import { MoreButton } from '../lists/MoreButton';

/** What was asked of the officer's teams and by the officer, and what is open until when; it is answered here. */
export function AccessList({ answered }: { answered: () => void }) {
  const { t } = useWords();
  const [first, setFirst] = useState(20);
  const [which, setWhich] = useState<'waiting' | 'all'>('waiting');
  const list = useKeys<HTMLUListElement>();
  const [state, again] = useQuery({ query: ACCESS, variables: { state: which === 'waiting' ? ['WAITING'] : null, first } });
  const done = () => {
    again({ requestPolicy: 'network-only' });
    answered();
  };
  return (
    <>
      <div className="bar inbox-about">
        <Segmented
          value={which}
          onChange={setWhich}
          options={[
            { value: 'waiting', label: t('access.waiting') },
            { value: 'all', label: t('access.all') },
          ]}
        />
        <KeysAbout />
      </div>
      <Asked state={state} again={again} rows={8}>
        {({ accessRequests }) => (
          <>
            {accessRequests.nodes.length === 0 && <Nothing title={t('inbox.noAccess')}>{t('inbox.noAccessMend')}</Nothing>}
            {accessRequests.nodes.length > 0 && (
              <ul className="panel cards" ref={list}>
                {accessRequests.nodes.map((asked) => (
                  <li key={asked.id} className="inbox-row" data-row tabIndex={-1}>
                    <AccessRow asked={asked} done={done} />
                  </li>
                ))}
              </ul>
            )}
            <MoreButton page={accessRequests.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
          </>
        )}
      </Asked>
    </>
  );
}
