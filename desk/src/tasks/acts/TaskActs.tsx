import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { Nothing } from '../../parts/Nothing';
import { inOneTongue } from '../../parts/tongue';
import { useWords } from '../../text';
import type { AllowedAct, Task } from '../task';
import { TaskActForm } from './TaskActForm';

interface Props {
  task: Task;
  chosen: readonly string[];
  done: () => void;
}

/** What this officer may do with the task now, and what stands in the way of the rest. */
export function TaskActs({ task, chosen, done }: Props) {
  const { t, value, language } = useWords();
  const [begun, setBegun] = useState<AllowedAct | null>(null);
  const allowed = task.allowedActions.filter((each) => each.allowed);
  const others = task.allowedActions.filter((each) => !each.allowed);
  const nameOf = (each: AllowedAct) => value(`${task.kind}Action`, each.action);
  return (
    <>
      {allowed.length === 0 && <Nothing title={t('acts.none')}>{t('acts.noneMend')}</Nothing>}
      <div className="bar">
        {allowed.map((each, index) => (
          <Button
            key={each.action}
            type={index === 0 ? 'primary' : 'default'}
            disabled={each.needs.includes('items') && chosen.length === 0}
            title={each.needs.includes('items') && chosen.length === 0 ? t('task.chooseItems') : undefined}
            onClick={() => setBegun(each)}
          >
            {nameOf(each)}
          </Button>
        ))}
      </div>
      {allowed.some((each) => each.needs.includes('items')) && chosen.length === 0 && <p className="small soft">{t('task.chooseItems')}</p>}
      {others.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'others',
              label: t('acts.notNow', { count: others.length }),
              children: (
                <ul className="rows">
                  {others.map((each) => (
                    <li key={each.action}>
                      <span>{nameOf(each)}</span>
                      <span className="soft small">{each.reason && inOneTongue(each.reason, language)}</span>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
      {begun && <TaskActForm task={task} act={begun} chosen={chosen} close={() => setBegun(null)} done={done} />}
    </>
  );
}
