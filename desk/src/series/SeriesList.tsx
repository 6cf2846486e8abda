import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { MoreButton } from '../lists/MoreButton';
import { RowTable } from '../lists/RowTable';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { Nothing } from '../parts/Nothing';
import { useAddress } from '../parts/useAddress';
import { useTitle } from '../parts/useTitle';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import { SERIES_LIST } from './found';

const pathOf = (id: string) => `/series/${encodeURIComponent(id)}`;

/** Series that the officer may see, newest first. */
export default function SeriesList() {
  const { t, language } = useWords();
  useTitle(t('series.all'));
  const staff = useStaff();
  const [address, change] = useAddress();
  const closed = address.get('state') === 'CLOSED';
  const [first, setFirst] = useState(50);
  const [state, again] = useQuery({ query: SERIES_LIST, variables: { state: [closed ? 'CLOSED' : 'OPEN'], first } });
  return (
    <div className="stack">
      <div className="bar">
        <h1>{t('series.all')}</h1>
        <Segmented
          value={closed ? 'CLOSED' : 'OPEN'}
          onChange={(wanted) => change('state', wanted === 'CLOSED' ? wanted : null)}
          options={(['OPEN', 'CLOSED'] as const).map((each) => ({ value: each, label: t(`series.state.${each}`) }))}
        />
      </div>
      <Asked state={state} again={again} rows={8}>
        {({ seriesList }) => (
          <section className="panel" aria-label={t('series.all')}>
            <RowTable
              rows={seriesList.nodes}
              rowKey={({ id }) => id}
              path={({ id }) => pathOf(id)}
              paged={false}
              empty={<Nothing title={t('series.none')}>{t('series.noneMend')}</Nothing>}
              columns={[
                { title: t('column.name'), render: (_, { id, title, caption }) => <Link to={pathOf(id)}>{title ?? caption}</Link> },
                { title: t('series.team'), width: 180, render: (_, { leadTeam }) => staff.team(leadTeam) },
                {
                  title: t('series.members'),
                  render: (_, { members }) => (
                    <span className="bar">
                      {members.filter(({ leftAt }) => !leftAt).length}
                      {[...new Set(members.filter(({ leftAt }) => !leftAt).map(({ matter }) => matter.channel ?? 'OTHER'))].map((channel) => (
                        <ChannelMark key={channel} channel={channel} />
                      ))}
                    </span>
                  ),
                },
                { title: t('series.openedAt'), width: 190, className: 'numbers', render: (_, { openedAt }) => moment(openedAt, language) },
                { title: t('series.state'), width: 110, render: (_, each) => <Tag>{t(`series.state.${each.state}`)}</Tag> },
              ]}
            />
            <MoreButton page={seriesList.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
          </section>
        )}
      </Asked>
    </div>
  );
}
