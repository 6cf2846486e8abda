import { Table, Tag } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskNewCluesQuery, DeskNewCluesQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { day } from '../text/format';
import text from './clues.graphql?raw';
import { MoreButton } from './MoreButton';

const CLUES = operation<DeskNewCluesQuery, DeskNewCluesQueryVariables>(text);
type Clue = DeskNewCluesQuery['clues']['nodes'][number];

/** The newest clues, with how each stands. */
export function ClueList() {
  const { t, value, language } = useWords();
  const [first, setFirst] = useState(20);
  const [state, again] = useQuery({ query: CLUES, variables: { first } });
  return (
    <Asked state={state} again={again} rows={10}>
      {({ clues }) => (
        <>
          <Table<Clue>
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={[...clues.nodes]}
            locale={{ emptyText: <Nothing title={t('inbox.noClues')}>{t('inbox.noCluesMend')}</Nothing> }}
            columns={[
              { title: t('column.number'), dataIndex: 'number', width: 150, className: 'numbers' },
              { title: t('column.matter'), key: 'caption', render: (_, row) => <NodeLink typename="Clue" id={row.id} caption={row.caption} /> },
              { title: t('column.channel'), key: 'channel', width: 170, render: (_, row) => <ChannelMark channel={row.channel} /> },
              { title: t('column.problem'), key: 'problem', width: 170, render: (_, row) => value('Problem', row.problem) },
              { title: t('column.stage'), key: 'stage', width: 150, render: (_, row) => <Tag>{value('ClueStage', row.stage)}</Tag> },
              { title: t('column.received'), key: 'received', width: 130, className: 'numbers', render: (_, row) => day(row.receivedOn, language) },
              { title: t('column.due'), key: 'due', width: 130, className: 'numbers', render: (_, row) => day(row.dueOn, language) },
            ]}
          />
          <MoreButton page={clues.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
        </>
      )}
    </Asked>
  );
}
