import { Tag, Tooltip } from 'antd';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { useWords } from '../text';
import { day, moment } from '../text/format';
import { ActButtons } from './ActButtons';
import type { WorkItem } from './found';

const URGENT = new Set(['LATE', 'ESCALATED']);
const SOON = new Set(['DUE_SOON', 'HANDED_BACK', 'LOOK_AGAIN']);

/** One clue that waits: until when and by which rule, why it waits, and what may be done with it from here. */
export function WorkRow({ item, done }: { item: WorkItem; done: () => void }) {
  const { value, t, language } = useWords();
  const { clue, kinds, since } = item;
  return (
    <li className="work-row" data-row tabIndex={-1}>
      <Due item={item} />
      <div className="work-what">
        <span className="bar">
          <NodeLink typename="Clue" id={clue.id} caption={clue.caption} />
          <span className="soft numbers small">{clue.number}</span>
        </span>
        <span className="bar small">
          {kinds.map((kind) => (
            <Tag key={kind} color={URGENT.has(kind) ? 'red' : SOON.has(kind) ? 'orange' : 'default'}>
              <span title={value('WorkKind', kind)}>{t(`work.${kind}`)}</span>
            </Tag>
          ))}
          <ChannelMark channel={clue.channel} />
          {clue.problem && <span className="soft">{value('Problem', clue.problem)}</span>}
          {since && <span className="soft">{t('work.since', { at: moment(since, language) })}</span>}
        </span>
      </div>
      <ActButtons clue={clue.id} actions={item.actions} done={done} />
    </li>
  );
}

function Due({ item: { deadline, lookAgainOn } }: { item: WorkItem }) {
  const { t, value, language } = useWords();
  if (!deadline) {
    return (
      <div className="work-due">
        {lookAgainOn ? <span className="work-day numbers">{day(lookAgainOn, language)}</span> : <span className="soft small">{t('work.noLimit')}</span>}
        {lookAgainOn && <span className="small soft">{t('acts.lookAgainOn')}</span>}
      </div>
    );
  }
  const left = deadline.workingDaysLeft;
  const manner = deadline.state === 'OVERDUE' ? 'over' : deadline.state === 'WARNING' ? 'soon' : '';
  return (
    <Tooltip title={`${deadline.rule} · ${value('DeadlineSetBy', deadline.setBy)}`}>
      <div className={`work-due ${manner}`}>
        <span className="work-day numbers">
          {day(deadline.dueOn, language)}
          {deadline.isForeseen && ` · ${t('matter.foreseen')}`}
        </span>
        <span className="small">{language === 'zh' ? deadline.title : deadline.titleEn}</span>
        <span className="small work-left">
          {left === null
            ? value('DeadlineState', deadline.state)
            : left < 0
              ? t('work.over', { count: -left })
              : t('work.left', { count: left })}
        </span>
      </div>
    </Tooltip>
  );
}
