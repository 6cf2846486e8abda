import { Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery, type TypedDocumentNode } from 'urql';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { pathOf } from '../parts/kinds';
import { useStaff } from '../parts/useStaff';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { day } from '../text/format';
import { TaskActs } from './acts/TaskActs';
import { factsOf } from './facts';
import { kindOf, ONE, taskOf, type Deadline, type Task, type TaskKind } from './task';
import { TaskItems } from './TaskItems';
import { TaskSteps } from './TaskSteps';
import './tasks.css';

/** One recommendation, sweep, supervision list or ticket: how it stands, what is due, its items, what may be done, what was done. */
export default function TaskPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const kind = kindOf(id);
  useTitle(t('task.one'));
  return kind ? <OfKind key={id} id={id} kind={kind} /> : <Nothing title={t('task.none')}>{t('matter.noneMend')}</Nothing>;
}

type Any = TypedDocumentNode<Parameters<typeof taskOf>[0], { id: string }>;

function OfKind({ id, kind }: { id: string; kind: TaskKind }) {
  const { t } = useWords();
  const [state, ask] = useQuery({ query: ONE[kind] as Any, variables: { id } });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <Asked state={state} again={again} rows={12}>
      {(answer) => {
        const task = taskOf(answer, kind);
        return task ? <Shown task={task} done={again} /> : <Nothing title={t('task.none')}>{t('matter.noneMend')}</Nothing>;
      }}
    </Asked>
  );
}

function Shown({ task, done }: { task: Task; done: () => void }) {
  const words = useWords();
  const { t, value } = words;
  const staff = useStaff();
  const [chosen, setChosen] = useState<string[]>([]);
  const facts = factsOf(task, words);
  const matters = 'matters' in task.own ? task.own.matters : [];
  return (
    <article className="matter">
      <header className="panel matter-head">
        <div className="bar">
          <Tag>{value('TaskKind', task.kind)}</Tag>
          <Tag color="blue">{value(`${task.kind}Stage`, task.stage)}</Tag>
          {task.heldBy && <span className="soft">{t('task.heldBy', { team: staff.team(task.heldBy) })}</span>}
          {task.unit && <Link to={pathOf('Unit', task.unit.id)}>{task.unit.caption}</Link>}
          <span className="matter-to-graph bar">
            <Link to="/tasks">{t('task.all')}</Link>
            {task.kind === 'Ticket' && <Link to={pathOf('Ticket', task.id)}>{t('task.toMatter')}</Link>}
          </span>
        </div>
        <h1>{task.title}</h1>
      </header>
      <div className="matter-columns">
        <div className="stack">
          {task.items.length > 0 && (
            <Panel title={t('task.items')} count={task.items.length} flush>
              <TaskItems task={task} chosen={chosen} choose={setChosen} />
            </Panel>
          )}
          <Panel title={t('task.facts')}>
            <dl className="facts">
              {facts.map(([label, said]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd className="plain-text">{said}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          {matters.length > 0 && (
            <Panel title={t('task.restsOn')} count={matters.length}>
              <ul className="rows tight">
                {matters.map((each) => (
                  <li key={each.id}>
                    <Link to={pathOf(each.__typename, each.id)}>{each.caption}</Link> <span className="soft small numbers">{each.number}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
        <div className="stack">
          <Panel title={t('acts.title')}>
            <TaskActs
              task={task}
              chosen={chosen}
              done={() => {
                setChosen([]);
                done();
              }}
            />
          </Panel>
          {task.deadlines.length > 0 && (
            <Panel title={t('task.deadlines')}>
              <ul className="rows tight">
                {task.deadlines.map((each, at) => (
                  <DeadlineRow key={at} limit={each} />
                ))}
              </ul>
            </Panel>
          )}
          <Panel title={t('task.steps')} count={task.steps.length}>
            <TaskSteps task={task} />
          </Panel>
        </div>
      </div>
    </article>
  );
}

const COLOURS: Record<string, string> = { OVERDUE: 'red', MISSED: 'red', WARNING: 'orange', MET: 'green' };

function DeadlineRow({ limit }: { limit: Deadline }) {
  const { t, value, language } = useWords();
  const left = limit.workingDaysLeft;
  return (
    <li>
      <div>
        <span>{language === 'zh' ? limit.title : limit.titleEn}</span> <span className="numbers">{day(limit.dueOn, language)}</span>{' '}
        <Tag color={COLOURS[limit.state] ?? 'default'}>{value('DeadlineState', limit.state)}</Tag>
        {left !== null && <span className="soft small">{left < 0 ? t('work.over', { count: -left }) : t('work.left', { count: left })}</span>}
        <div className="soft small">
          {limit.rule} · {value('DeadlineSetBy', limit.setBy)}
        </div>
      </div>
    </li>
  );
}
