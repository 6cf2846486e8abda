import { Alert, App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { TypedDocumentNode } from 'urql';
import { operation } from '../../app/operation';
import { useAct } from '../../parts/useAct';
import { useWords } from '../../text';
import { pathOfTask, type TaskKind } from '../task';
import makeListText from './make_supervision_list.graphql?raw';
import makeRecommendationText from './make_recommendation.graphql?raw';
import openSweepText from './open_sweep.graphql?raw';
import { ThingSelect } from './ThingSelect';
import { itemsOf, type Written } from './written';

type Made = Exclude<TaskKind, 'Ticket'>;
type Make = TypedDocumentNode<Record<string, unknown>, Record<string, unknown>>;
const MAKE: Record<Made, Make> = {
  Recommendation: operation(makeRecommendationText),
  Sweep: operation(openSweepText),
  SupervisionList: operation(makeListText),
};
const ITEM_TYPES = ['EDUCATE', 'MANAGE', 'CLOSE_LOOPHOLE', 'MAKE_RULE', 'PUNISH', 'SWEEP'];
const UNIT_KINDS = ['PARTY_ORGAN', 'ORGAN', 'INSTITUTION', 'STATE_ENTERPRISE', 'TOWNSHIP', 'VILLAGE', 'FIRM', 'SOLE_TRADER', 'SOCIETY'];
const PLACE_KINDS = ['COMPOUND', 'OFFICE', 'RESTAURANT', 'STATION', 'HOME', 'OTHER'];

/** Drafts a task; a leader approves it. What the officer may not do is refused by the service, in words. */
export function NewTask({ kind }: { kind: Made }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [form] = Form.useForm<Written>();
  const make = useAct(MAKE[kind], kind);
  const send = async ({ items, itemType, unitKind, placeKind, areaCode, units, ...said }: Written) => {
    const given = kind === 'Sweep' ? { over: { units: units ?? [], unitKind: unitKind ?? null, placeKind: placeKind ?? null, areaCode: areaCode?.trim() || null } } : { items: itemsOf(items, kind === 'Recommendation' ? (itemType ?? 'MANAGE') : null) };
    const { refused: why, id } = await make({ ...said, ...given });
    if (why) return setRefused(why);
    void message.success(t('task.drafted'));
    setOpen(false);
    if (id) void navigate(pathOfTask(id));
  };
  return (
    <div>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(`task.new.${kind}`)}
      </Button>
      <Modal open={open} width={620} title={t(`task.new.${kind}`)} okText={t('task.draft')} cancelText={t('cancel')} onCancel={() => setOpen(false)} onOk={() => form.submit()} destroyOnHidden>
        <Form form={form} layout="vertical" initialValues={{ form: 'SUPERVISORY', itemType: 'MANAGE' }} onFinish={(said) => void send(said)}>
          <Fields kind={kind} />
          {refused && <Alert type="error" showIcon title={t('acts.refused')} description={refused} />}
        </Form>
      </Modal>
    </div>
  );
}

function Fields({ kind }: { kind: Made }) {
  const { t, value } = useWords();
  const needed = [{ required: true, message: t('form.needed') }];
  const item = (name: string, label: string, isNeeded: boolean, field: React.ReactNode) => (
    <Form.Item key={name} name={name} label={label} rules={isNeeded ? needed : []}>
      {field}
    </Form.Item>
  );
  const choice = (list: string, of: readonly string[]) => <Select options={of.map((each) => ({ value: each, label: value(list, each) }))} />;
  const text = (rows: number) => <Input.TextArea rows={rows} />;
  const line = <Input autoComplete="off" />;
  return (
    <>
      {kind === 'Recommendation' && item('form', t('task.form'), true, choice('RecommendationForm', ['SUPERVISORY', 'DISCIPLINARY']))}
      {kind !== 'Sweep' && item('unit', t('tasks.unit'), true, <ThingSelect only="Unit" />)}
      {item('title', t('task.title'), true, line)}
      {kind === 'Sweep' && item('pattern', t('task.pattern'), true, text(2))}
      {kind === 'Recommendation' && item('findings', t('task.findings'), true, text(3))}
      {kind === 'Recommendation' && item('causes', t('task.causes'), false, text(2))}
      {kind !== 'Sweep' && item('basis', t('task.basis'), false, line)}
      {kind !== 'Sweep' && item('items', t('task.itemsAsked'), true, text(4))}
      {kind === 'Recommendation' && item('itemType', t('task.itemType'), true, choice('RecommendationItemType', ITEM_TYPES))}
      {kind === 'Sweep' && item('units', t('task.overUnits'), false, <ThingSelect only="Unit" several />)}
      {kind === 'Sweep' && item('unitKind', t('task.overKind'), false, choice('UnitKind', UNIT_KINDS))}
      {kind === 'Sweep' && item('placeKind', t('task.overPlaces'), false, choice('PlaceKind', PLACE_KINDS))}
      {kind === 'Sweep' && item('areaCode', t('task.overArea'), false, line)}
      {kind !== 'SupervisionList' && item('matters', t('task.restsOn'), false, <ThingSelect only="matter" several />)}
      {item('reason', t('form.reason'), true, text(2))}
    </>
  );
}
