import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../text';

interface Props {
  /** What is asked in the empty field. */
  asks: string;
  sends: string;
  refusedAs: string;
  ready?: boolean;
  children?: ReactNode;
  /** Sends what was written; returns what was refused, or nothing. */
  send: (reason: string) => Promise<string | null>;
  cancel: () => void;
}

/** Asks why something is judged or done, and says what was refused; what was written stays until it is kept. */
export function ReasonForm({ asks, sends, refusedAs, ready = true, children, send, cancel }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setRefused(null);
    setRefused(await send(reason.trim()));
    setBusy(false);
  };
  return (
    <form
      className="judge-form"
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <Input.TextArea
        autoFocus
        rows={2}
        aria-label={t('form.reason')}
        placeholder={asks}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="bar">
        <Button htmlType="submit" type="primary" loading={busy} disabled={!reason.trim() || !ready}>
          {sends}
        </Button>
        <Button onClick={cancel}>{t('cancel')}</Button>
      </div>
      {refused && <Alert type="error" showIcon title={refusedAs} description={refused} />}
    </form>
  );
}
