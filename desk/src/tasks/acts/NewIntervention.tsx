import { Alert, App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { DeskRecordInterventionMutation, DeskRecordInterventionMutationVariables } from '#asked';
import { operation } from '../../app/operation';
import { useAct } from '../../parts/useAct';
import { useWords } from '../../text';
import { todayInChina } from '../../text/format';
import text from './record_intervention.graphql?raw';
import { ThingSelect } from './ThingSelect';

const RECORD = operation<DeskRecordInterventionMutation, DeskRecordInterventionMutationVariables>(text);
const WAYS = ['IN_PERSON', 'PHONE', 'MESSAGE', 'THROUGH_OTHERS', 'MEETING', 'OTHER'] as const;
type Said = Omit<DeskRecordInterventionMutationVariables, 'clientKey'>;

/** Registers that somebody asked the officer about a matter; what is registered is never changed. */
export function NewIntervention({ done }: { done: () => void }) {
  const { t, value } = useWords();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [form] = Form.useForm<Said>();
  const record = useAct(RECORD, 'Intervention');
  const send = async (said: Said) => {
    const answer = await record(said);
    if (answer.refused) return setRefused(answer.refused);
    void message.success(t('asked.kept'));
    setOpen(false);
    form.resetFields();
    done();
  };
  const rules = [{ required: true, whitespace: true, message: t('form.needed') }];
  return (
    <div>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('asked.new')}
      </Button>
      <Modal open={open} title={t('asked.new')} okText={t('asked.keep')} cancelText={t('cancel')} onCancel={() => setOpen(false)} onOk={() => form.submit()} destroyOnHidden>
        <p className="small soft">{t('asked.told')}</p>
        <Form form={form} layout="vertical" initialValues={{ askedOn: todayInChina(), way: 'PHONE' }} onFinish={(said) => void send(said)}>
          <Form.Item name="askedBy" label={t('asked.by')} rules={rules}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="askedByPost" label={t('asked.post')}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="askedOn" label={t('asked.on')} rules={[{ required: true, message: t('form.needed') }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="way" label={t('asked.way')} rules={[{ required: true, message: t('form.needed') }]}>
            <Select options={WAYS.map((each) => ({ value: each, label: value('InterventionWay', each) }))} />
          </Form.Item>
          <Form.Item name="matter" label={t('asked.matter')}>
            <ThingSelect only="matter" />
          </Form.Item>
          <Form.Item name="asked" label={t('asked.what')} rules={rules}>
            <Input.TextArea rows={3} />
          </Form.Item>
          <Form.Item name="answered" label={t('asked.answered')}>
            <Input.TextArea rows={2} />
          </Form.Item>
          {refused && <Alert type="error" showIcon title={t('asked.notKept')} description={refused} />}
        </Form>
      </Modal>
    </div>
  );
}
