import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import type { Channel, Kind } from '#asked';
import { MoreButton } from '../lists/MoreButton';
import { RowTable } from '../lists/RowTable';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { pathOf } from '../parts/kinds';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useWords } from '../text';
import { BEHIND } from './found';
import { spanOf } from './months';

const YEAR = /^\d{4}$/;

/** The matters behind one number: those of a channel and a kind, or of a channel and a year. */
export function Behind({ of, close }: { of: string; close: () => void }) {
  const { t, value } = useWords();
  const [first, setFirst] = useState(25);
  const place = useRef<HTMLDivElement>(null);
  const [channel = '', other = ''] = of.split(' ');
  const isYear = YEAR.test(other);
  const span = isYear ? { from: `${other}-01-01`, to: `${other}-12-31` } : spanOf(other);
  const narrowed = span ?? { kinds: [other as Kind] };
  const [state, again] = useQuery({ query: BEHIND, variables: { filter: { channel: [channel as Channel], ...narrowed }, first } });
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    void place.current?.scrollIntoView({ block: 'start' });
  }, [state.data]);
  return (
    <div ref={place} className="behind">
      <Panel
        title={t('city.behind', { channel: value('Channel', channel), other: span ? other.replace(':', ' – ') : value('Kind', other) })}
        count={state.data?.matters.totalCount}
        more={
          <Button size="small" onClick={close}>
            {t('alerts.close')}
          </Button>
        }
        flush
      >
        <Asked state={state} again={again} rows={6}>
          {({ matters }) => (
            <>
              <RowTable
                rows={matters.nodes}
                rowKey={({ id }) => id}
                path={({ __typename, id }) => pathOf(__typename, id)}
                paged={false}
                empty={<Nothing title={t('city.none')} />}
                columns={[
                  { title: t('column.number'), width: 170, className: 'numbers', dataIndex: 'number' },
                  { title: t('column.matter'), render: (_, { __typename, id, caption }) => <NodeLink typename={__typename} id={id} caption={caption} /> },
                  { title: t('column.channel'), width: 150, render: (_, row) => <ChannelMark channel={row.channel} /> },
                  { title: t('column.problem'), width: 170, render: (_, { problem }) => value('Problem', problem) },
                ]}
              />
              <MoreButton page={matters.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
            </>
          )}
        </Asked>
      </Panel>
    </div>
  );
}
