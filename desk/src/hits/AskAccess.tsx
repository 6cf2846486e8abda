import { Alert, App, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { DeskRequestAccessMutation, DeskRequestAccessMutationVariables } from '#asked';
import { operation } from '../app/operation';
import { refusalOf } from '../parts/refusal';
import { useWords } from '../text';
import text from './ask.graphql?raw';
import type { Hit } from './Hits';

const ASK = operation<DeskRequestAccessMutation, DeskRequestAccessMutationVariables>(text);
const USUAL_DAYS = 30;

interface Said {
  reason: string;
  until: string;
  forTeam?: boolean;
}

/** Asks the owning team for what lies behind a hit: why, and until when. */
export function AskAccess({ hit, close }: { hit: Hit; close: () => void }) {
  const words = useWords();
  const { t } = words;
  const { message } = App.useApp();
  const [form] = Form.useForm<Said>();
  const [key] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string | null>(null);
  const [{ fetching }, ask] = useMutation(ASK);
  const send = async ({ reason, until, forTeam = false }: Said) => {
    const end = `${until}T23:59:59`;
    const answer = await ask({ hit: hit.id, reason, until: end, forTeam, clientKey: key });
    const refusal = refusalOf(answer.data?.requestAccess, answer.error, 'AccessRequest', words);
    if (refusal) return setRefused(refusal);
    void message.success(t('hits.asked', { team: hit.teamName ?? hit.team }));
    close();
  };
  return (
    <Modal
      open
      title={t('hits.askTitle', { team: hit.teamName ?? hit.team })}
      okText={t('hits.ask')}
      cancelText={t('cancel')}
      confirmLoading={fetching}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <Form<Said> form={form} layout="vertical" initialValues={{ until: inDays(USUAL_DAYS) }} onFinish={(said) => void send(said)}>
        <Form.Item name="reason" label={t('form.reason')} rules={[{ required: true, whitespace: true, message: t('form.needed') }]}>
          <Input.TextArea rows={3} autoFocus />
        </Form.Item>
        <Form.Item name="until" label={t('hits.until')} rules={[{ required: true, message: t('form.needed') }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="forTeam" valuePropName="checked">
          <Checkbox>{t('hits.forTeam')}</Checkbox>
        </Form.Item>
        {refused && <Alert type="error" showIcon title={t('hits.refused')} description={refused} />}
      </Form>
    </Modal>
  );
}

function inDays(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return date.toISOString().slice(0, 10);
}
