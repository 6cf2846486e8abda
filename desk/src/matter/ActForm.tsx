import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { ClueAction, DeskActOnClueMutation, DeskActOnClueMutationVariables } from '#asked';
import { operation } from '../app/operation';
import { refusalOf } from '../parts/refusal';
import { TeamSelect } from '../parts/TeamSelect';
import { useByNumber } from '../parts/useByNumber';
import { useStaff } from '../parts/useStaff';
import { useWords, type TextKey } from '../text';
import text from './act.graphql?raw';
import type { AllowedAct, ClueLife } from './found';

const ACT = operation<DeskActOnClueMutation, DeskActOnClueMutationVariables>(text);
const DISPOSALS = ['TALK_INQUIRY', 'PRELIM_VERIFY', 'SHELVED', 'CLOSED', 'HANDED_OVER'];

interface Said {
  reason?: string;
  officers?: string[];
  other?: string;
}

interface Props {
  clue: string;
  life: Pick<ClueLife, 'stage' | 'deadlines'>;
  act: AllowedAct;
  close: () => void;
  done: () => void;
}

/** Asks for what has to be said with an act, and says what was refused and how to mend it. */
export function ActForm({ clue, life, act, close, done }: Props) {
  const words = useWords();
  const { t, value } = words;
  const { message } = App.useApp();
  const [form] = Form.useForm<Said>();
  const [key] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string | null>(null);
  const [{ fetching }, actOn] = useMutation(ACT);
  const byNumber = useByNumber();

  const send = async ({ reason = '', officers, other, ...rest }: Said) => {
    const named = other ? await byNumber('clue', other) : undefined;
    if (named?.refused) return setRefused(named.refused);
    const answer = await actOn({
      id: clue,
      action: act.action as ClueAction,
      reason,
      seen: life.stage,
      clientKey: key,
      ...Object.fromEntries(Object.entries(rest).filter(([, each]) => each)),
      ...(officers ? { officers } : {}),
      ...(named?.id ? { other: named.id } : {}),
    });
    const refusal = refusalOf(answer.data?.actOnClue, answer.error, 'Clue', words);
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
            <Field needed={needed} deadlines={life.deadlines} />
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

/** Where something is said that is needed beside the reason: what there is to choose from is chosen, not written. */
function Field({ needed, deadlines, ...given }: { needed: string; deadlines: ClueLife['deadlines'] }) {
  const { value, language } = useWords();
  const { teams } = useStaff();
  if (needed === 'team') return <TeamSelect {...given} />;
  if (needed === 'disposal') return <Select {...given} options={DISPOSALS.map((each) => ({ value: each, label: value('Disposal', each) }))} />;
  if (needed === 'limit') {
    const running = deadlines.filter((each) => each.metOn === null);
    return <Select {...given} options={running.map((each) => ({ value: each.limit, label: language === 'zh' ? each.title : each.titleEn }))} />;
  }
  if (needed === 'officers') {
    const options = teams
      .filter(({ members }) => members.length > 0)
      .map(({ teamCode, teamName, members }) => ({
        label: teamName ?? teamCode ?? '',
        options: members.map(({ officer }) => ({ value: officer.officerId ?? '', label: `${officer.officerName ?? ''} ${officer.officerId ?? ''}` })),
      }));
    return <Select {...given} mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />;
  }
  return <Input {...given} type={needed.endsWith('On') ? 'date' : 'text'} autoComplete="off" />;
}
