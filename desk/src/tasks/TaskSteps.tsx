import { Timeline } from 'antd';
import { Nothing } from '../parts/Nothing';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import type { Task } from './task';

/** What was done with a task, the newest last, with who, why and by which paper. */
export function TaskSteps({ task }: { task: Task }) {
  const { t, value, language } = useWords();
  const staff = useStaff();
  if (task.steps.length === 0) return <Nothing title={t('task.noSteps')} />;
  return (
    <Timeline
      items={task.steps.map((each) => ({
        key: each.id,
        content: (
          <div>
            <strong>{each.action === 'MAKE' ? t('task.made') : value(`${task.kind}Action`, each.action)}</strong>{' '}
            <span className="soft small">
              {staff.officer(each.by)} {each.teams.map((code) => staff.team(code)).join(language === 'zh' ? '、' : ', ')} · {moment(each.at, language)}
            </span>
            {each.reason && <p className="plain-text small">{each.reason}</p>}
            <p className="soft small">
              {[
                each.paper,
                each.body,
                value('Adoption', each.adopted),
                value('CheckWay', each.way),
                each.items.length > 0 && t('task.itemsOf', { count: each.items.length }),
                each.answer,
                each.rating !== null && t('task.rated', { rating: each.rating }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        ),
      }))}
    />
  );
}
