import { Timeline } from 'antd';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { day, moment } from '../text/format';
import type { FoundSeries } from './SeriesPage';

type Event = FoundSeries['timeline'][number];

/** What happened in the series and its members, in order, as one line. */
export function Happened({ events }: { events: readonly Event[] }) {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const when = (at: string) => (at.length === 10 ? day(at, language) : moment(at, language));
  return (
    <Panel title={t('series.happened')}>
      {events.length === 0 && <Nothing title={t('custody.none')} />}
      <Timeline
        className="custody"
        items={events.map((each, index) => ({
          key: index,
          content: (
            <>
              <div>
                {value('SeriesEventKind', each.kind)} {each.verdict && value('LinkState', each.verdict)}{' '}
                <span className="soft small numbers">{when(each.at)}</span>
              </div>
              {[each.matter, each.other].map(
                (matter) =>
                  matter && (
                    <div key={matter.id} className="small">
                      <NodeLink typename={matter.__typename} id={matter.id} caption={matter.number ?? matter.caption} />
                    </div>
                  ),
              )}
              {(each.text || each.by) && (
                <div className="soft small">
                  {[each.text, staff.officer(each.by)].filter(Boolean).join(' · ')}
                </div>
              )}
            </>
          ),
        }))}
      />
    </Panel>
  );
}
