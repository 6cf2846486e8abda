import { Tag, Tooltip } from 'antd';
import { useWords } from '../text';
import { day } from '../text/format';
import type { ClueLife } from './found';

const COLOURS: Record<string, string> = {
  RUNNING: 'blue',
  WARNING: 'orange',
  OVERDUE: 'red',
  PAUSED: 'default',
  MET: 'green',
  MET_LATE: 'orange',
};

/** What is due when, by which rule; where no limit runs here, the day that the source gives. */
export function Deadlines({ deadlines, dueOn }: { deadlines: ClueLife['deadlines']; dueOn: string | null }) {
  const { t, value, language } = useWords();
  if (deadlines.length === 0 && !dueOn) return null;
  return (
    <div className="bar small" aria-label={t('matter.deadlines')} role="group">
      {deadlines.map((each) => (
        <Tooltip key={each.limit} title={`${each.rule} · ${value('DeadlineSetBy', each.setBy)}`}>
          <Tag color={COLOURS[each.state] ?? 'default'}>
            {language === 'zh' ? each.title : each.titleEn} {day(each.dueOn, language)} · {value('DeadlineState', each.state)}
            {each.isForeseen && !each.state.startsWith('MET') && ` · ${t('matter.foreseen')}`}
          </Tag>
        </Tooltip>
      ))}
      {deadlines.length === 0 && dueOn && (
        <span className="soft">{t('matter.dueBySource', { day: day(dueOn, language) })}</span>
      )}
    </div>
  );
}
