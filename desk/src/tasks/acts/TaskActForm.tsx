import { Alert, App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { DeskTicketRoutesQuery, DeskTicketRoutesQueryVariables } from '#asked';
import { operation } from '../../app/operation';
import { refusalOf } from '../../parts/refusal';
import { useWords, type TextKey } from '../../text';
import routesText from '../routes.graphql?raw';
import type { AllowedAct, Task } from '../task';
import { ACTS } from './sending';

const ROUTES = operation<DeskTicketRoutesQuery, DeskTicketRoutesQueryVariables>(routesText);
const ASKED_ELSEWHERE = new Set(['items', 'found']); // what is chosen in the table, or asked in fields of its own

interface Props {
  task: Task;
  act: AllowedAct;
  chosen: readonly string[];
  close: () => void;
  done: () => void;
}

/** Asks for what has to be said with an act, and says what was refused and how to mend it. */
export function TaskActForm({ task, act, chosen, close, done }: Props) {
  const words = useWords();
  const { t, value } = words;
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, string | number>>();
  const [key] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string | null>(null);
  const [{ fetching }, actOn] = useMutation(ACTS[task.kind]);
  const name = value(`${task.kind}Action`, act.action);
  const needs = act.needs.filter((each) => !ASKED_ELSEWHERE.has(each));
  const counts = task.kind === 'Sweep' && ['RECORD_FOUND', 'ADD_FOUND'].includes(act.action);

  const send = async ({ text, people, ...said }: Record<string, string | number | undefined>) => {
    const answer = await actOn({
      id: task.id,
      action: act.action,
      seen: task.stage,
      clientKey: key,
      ...Object.fromEntries(Object.entries(said).filter(([, each]) => each !== undefined && each !== '')),
      ...(act.needs.includes('items') ? { items: [...chosen] } : {}),
      ...(act.needs.includes('found') ? { found: [{ text, people: people ?? null }] } : counts && people ? { people } : {}),
    });
    const result = answer.data ? Object.values(answer.data)[0] : undefined;
    const refusal = refusalOf(result, answer.error, task.kind, words);
    if (refusal) return setRefused(refusal);
    void message.success(t('acts.done', { act: name }));
    close();
    done();
  };
  const rules = [{ required: true, message: t('form.needed') }];
  return (
    <Modal open title={name} okText={name} cancelText={t('cancel')} confirmLoading={fetching} onCancel={close} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" onFinish={(said) => void send(said)} requiredMark>
        {act.needs.includes('items') && <p className="small">{t('task.itemsChosen', { count: chosen.length })}</p>}
        {needs.map((needed) => (
          <Form.Item key={needed} name={needed} label={t(`acts.${needed}` as TextKey)} rules={rules}>
            <Needed name={needed} task={task} />
          </Form.Item>
        ))}
        {act.needs.includes('found') && (
          <Form.Item name="text" label={t('task.foundText')} rules={rules}>
            <Input autoComplete="off" />
          </Form.Item>
        )}
        {counts && (
          <Form.Item name="people" label={t('task.people')}>
            <InputNumber min={0} precision={0} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('form.reason')} rules={[{ required: true, whitespace: true, message: t('form.needed') }]}>
          <Input.TextArea rows={3} autoFocus={needs.length === 0} />
        </Form.Item>
        {refused && <Alert type="error" showIcon title={t('acts.refused')} description={refused} />}
      </Form>
    </Modal>
  );
}

const CHOICES: Record<string, [string, readonly string[]]> = {
  way: ['CheckWay', ['PAPER', 'ON_SITE', 'LOOK_BACK']],
  adopted: ['Adoption', ['FULL', 'PART', 'REFUSED']],
};

/** The field of one thing that an act needs; what is given to it is the form's. */
function Needed({ name, task, ...field }: { name: string; task: Task }) {
  const { value, language } = useWords();
  const choice = CHOICES[name];
  if (choice) return <Select {...field} options={choice[1].map((each) => ({ value: each, label: value(choice[0], each) }))} />;
  if (name === 'limit') {
    const limits = new Map(task.deadlines.map((each) => [each.limit, language === 'zh' ? each.title : each.titleEn]));
    return <Select {...field} options={[...limits].map(([limit, label]) => ({ value: limit, label }))} />;
  }
  if (name === 'unit') return <Routes ticket={task.id} {...field} />;
  if (name === 'rating') return <InputNumber min={1} max={5} precision={0} {...field} />;
  if (name === 'answer') return <Input.TextArea rows={4} {...field} />;
  if (name.endsWith('On')) return <Input type="date" {...field} />;
  return <Input autoComplete="off" {...field} />;
}

/** The units that a ticket may be sent to, what it is on first. */
function Routes({ ticket, ...field }: { ticket: string }) {
  const { t } = useWords();
  const [{ data, fetching }] = useQuery({ query: ROUTES, variables: { ticket } });
  const options = (data?.ticketRoutes ?? []).map(({ id, name, isNamed }) => ({ value: id, label: isNamed ? `${name} · ${t('task.named')}` : name }));
  return <Select showSearch={{ optionFilterProp: 'label' }} loading={fetching} options={options} {...field} />;
}
