import { Table, Tag } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskAccessQuery, DeskAccessQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { moment } from '../text/format';
import text from './access.graphql?raw';
import { MoreButton } from './MoreButton';

const ACCESS = operation<DeskAccessQuery, DeskAccessQueryVariables>(text);
type Request = DeskAccessQuery['accessRequests']['nodes'][number];

/** What was asked of the officer's teams and by the officer, and what is open until when. */
export function AccessList() {
  const { t, value, language } = useWords();
  const [first, setFirst] = useState(20);
  const [state, again] = useQuery({ query: ACCESS, variables: { first } });
  return (
    <Asked state={state} again={again} rows={8}>
      {({ accessRequests }) => (
        <>
          <Table<Request>
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={[...accessRequests.nodes]}
            locale={{ emptyText: <Nothing title={t('inbox.noAccess')}>{t('inbox.noAccessMend')}</Nothing> }}
            columns={[
              { title: t('column.stage'), key: 'state', width: 120, render: (_, row) => <Tag>{value('AccessState', row.state)}</Tag> },
              { title: t('column.channel'), key: 'channel', width: 170, render: (_, row) => <ChannelMark channel={row.channel} /> },
              { title: t('access.team'), dataIndex: 'team', width: 160 },
              { title: t('access.by'), dataIndex: 'by', width: 120 },
              { title: t('form.reason'), dataIndex: 'reason' },
              { title: t('access.until'), key: 'until', width: 170, render: (_, row) => moment(row.until ?? row.askedUntil, language) },
              {
                title: t('access.given'),
                key: 'given',
                render: (_, row) => (
                  <span className="bar">
                    {row.given.map((each) => (
                      <NodeLink key={each.id} typename={each.__typename} id={each.id} caption={each.number ?? each.caption} />
                    ))}
                  </span>
                ),
              },
            ]}
          />
          <MoreButton page={accessRequests.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
        </>
      )}
    </Asked>
  );
}
