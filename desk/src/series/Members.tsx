import { Checkbox, Tag } from 'antd';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import type { FoundSeries } from './SeriesPage';

type Member = FoundSeries['members'][number];

interface Props {
  members: readonly Member[];
  chosen: readonly string[];
  /** What is called when members are chosen; a closed series lets none be. */
  choose: ((ids: string[]) => void) | null;
}

/** The members in columns, one for each channel. */
export function Members({ members, chosen, choose }: Props) {
  const { t, language } = useWords();
  const staff = useStaff();
  const channels = new Map<string, Member[]>();
  for (const each of members) channels.set(each.matter.channel ?? '', [...(channels.get(each.matter.channel ?? '') ?? []), each]);
  return (
    <div className="series-channels">
      {[...channels].map(([channel, those]) => (
        <section key={channel} className="panel">
          <div className="panel-head">
            <h2>
              <ChannelMark channel={channel || 'OTHER'} />
            </h2>
            <span className="panel-count">{those.length}</span>
          </div>
          <ul className="rows">
            {those.map(({ matter, why, addedBy, addedAt, isJoined }) => (
              <li key={matter.id}>
                {choose && (
                  <Checkbox
                    aria-label={t('series.choose', { caption: matter.caption })}
                    checked={chosen.includes(matter.id)}
                    onChange={(event) => choose(event.target.checked ? [...chosen, matter.id] : chosen.filter((id) => id !== matter.id))}
                  />
                )}
                <NodeLink typename={matter.__typename} id={matter.id} caption={matter.caption} />
                <span className="soft small numbers">{matter.number}</span>
                {!isJoined && members.length > 1 && <Tag color="orange">{t('series.notJoined')}</Tag>}
                <span className="series-why soft small">
                  {why} {t('series.added', { by: staff.officer(addedBy), at: moment(addedAt, language) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
