import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { ClueAction, DeskActOnClueMutation, DeskActOnClueMutationVariables } from '#asked';
import { operation } from '../app/operation';
import { refusalOf } from '../parts/refusal';
import { useWords, type TextKey } from '../text';
import text from './act.graphql?raw';
import type { AllowedAct, ClueLife } from './found';

const ACT = operation<DeskActOnClueMutation, DeskActOnClueMutationVariables>(text);
const DISPOSALS = ['TALK_INQUIRY', 'PRELIM_VERIFY', 'SHELVED', 'CLOSED', 'HANDED_OVER'];

interface Props {
  clue: string;
  stage: ClueLife['stage'];
  act: AllowedAct;
  close: () => void;
  done: () => void;
}

/** Asks for what has to be said with an act, and says what was refused and how to mend it. */
export function ActForm({ clue, stage, act, close, done }: Props) {
  const { t, value } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, string>>();
  const [key] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string | null>(null);
  const [{ fetching }, actOn] = useMutation(ACT);

  const send = async (said: Record<string, string>) => {
    const { reason = '', officers, ...rest } = said;
    const answer = await actOn({
      id: clue,
      action: act.action as ClueAction,
      reason,
      seen: stage,
      clientKey: key,
      ...Object.fromEntries(Object.entries(rest).filter(([, each]) => each)),
      ...(officers ? { officers: officers.split(/[\s,，;；、]+/).filter(Boolean) } : {}),
    });
    const refusal = refusalOf(answer.data?.actOnClue, answer.error, 'Clue', t);
    if (refusal) return setRefused(refusal);
    void message.success(t('acts.done', { act: value('ClueAction', act.action) }));
    close();
    done();
  };
  return (
    <Modal
      open
      title={value('ClueAction', act.action)}
      okText={value('ClueAction', act.action)}
      cancelText={t('cancel')}
      confirmLoading={fetching}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" onFinish={(said) => void send(said)} requiredMark>
        {act.needs.map((needed) => (
          <Form.Item
            key={needed}
            name={needed}
            label={t(`acts.${needed}` as TextKey)}
            rules={[{ required: true, message: t('form.needed') }]}
          >
            {fieldOf(needed, (each) => value('Disposal', each))}
          </Form.Item>
        ))}
        <Form.Item name="reason" label={t('form.reason')} rules={[{ required: true, whitespace: true, message: t('form.needed') }]}>
          <Input.TextArea rows={3} autoFocus={act.needs.length === 0} />
        </Form.Item>
        {refused && <Alert type="error" showIcon title={t('acts.refused')} description={refused} />}
      </Form>
    </Modal>
  );
}

function fieldOf(needed: string, label: (disposal: string) => string) {
  if (needed === 'disposal') return <Select options={DISPOSALS.map((each) => ({ value: each, label: label(each) }))} />;
  if (needed.endsWith('On')) return <Input type="date" />;
  return <Input autoComplete="off" />;
}
