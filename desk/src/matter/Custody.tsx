import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { day, moment, term } from '../text/format';
import type { ClueLife, FoundCustody, FoundMatter } from './found';

interface Stop {
  when: string;
  what: ReactNode;
  more?: ReactNode;
}

interface Props {
  matter: FoundMatter;
  chain: FoundCustody;
  life: ClueLife | null;
}

/** The chain of custody as a line: where the matter came from, who had it, what was done, where it went. */
export function Custody(props: Props) {
  const { t } = useWords();
  const stops = useStops(props);
  if (stops.length === 0) return <Nothing title={t('custody.none')}>{t('custody.noneMend')}</Nothing>;
  return (
    <Timeline
      className="custody"
      items={stops.map((stop, index) => ({
        key: index,
        content: (
          <>
            <div>
              {stop.what} <span className="soft small numbers">{stop.when}</span>
            </div>
            {stop.more && <div className="soft small">{stop.more}</div>}
          </>
        ),
      }))}
    />
  );
}

function useStops({ matter, chain, life }: Props): Stop[] {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const clue = matter.__typename === 'Clue' ? matter : null;
  const told = (other: { __typename: string; id: string; number?: string | null; caption: string }) => (
    <NodeLink typename={other.__typename} id={other.id} caption={other.number ?? other.caption} />
  );
  const stops: Stop[] = [];
  for (const each of 'handedOverFrom' in chain ? chain.handedOverFrom : []) {
    stops.push({ when: '', what: <>{t('custody.from')} {told(each.matter)}</> });
  }
  if (clue?.receivedOn) stops.push({ when: day(clue.receivedOn, language), what: t('custody.received'), more: value('ClueSource', clue.cameBy) });
  for (const each of chain.handledBy) {
    stops.push({
      when: term(each.validFrom, each.validTo, language),
      what: <>{t('custody.handled')} {told(each.team)}</>,
    });
  }
  for (const each of life?.steps ?? []) {
    stops.push({
      when: moment(each.at, language),
      what: <strong>{value('ClueAction', each.action)}</strong>,
      more: [
        staff.officer(each.by),
        ...each.teams.map(staff.team),
        each.toTeam && `→ ${staff.team(each.toTeam)}`,
        each.body,
        each.disposal && value('Disposal', each.disposal),
        each.paper,
        each.reason,
        each.rule,
      ]
        .filter(Boolean)
        .join(' · '),
    });
  }
  if (life) stops.push({ when: '', what: <>{t('custody.now')} {value('ClueStage', life.stage)}</> });
  for (const each of chain.handedOverAs) stops.push({ when: '', what: <>{t('custody.became')} {told(each.clue)}</> });
  for (const each of chain.repeats) stops.push({ when: '', what: <>{t('custody.repeats')} {told(each.earlier)}</> });
  for (const each of chain.repeatedBy) stops.push({ when: '', what: <>{t('custody.repeatedBy')} {told(each.later)}</> });
  return stops;
}
