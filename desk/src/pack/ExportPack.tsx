import { Alert, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useSession } from '../app/session';
import { save } from '../parts/saving';
import { useWords } from '../text';
import { ExportRefused, FORMS, packFile, type Wanted } from './exporting';

interface Said {
  form: Wanted['form'];
  language: Wanted['language'];
  purpose: string;
}

/** Takes the pack out as a document, a workbook or the signed offline pack; why is asked for and kept in the access log. */
export function ExportPack({ unit, levels, on }: Pick<Wanted, 'unit' | 'levels' | 'on'>) {
  const { t, language } = useWords();
  const { token } = useSession();
  const [form] = Form.useForm<Said>();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const make = async ({ purpose, ...chosen }: Said) => {
    setBusy(true);
    setRefused(null);
    try {
      const file = await packFile(token, purpose.trim(), { unit, levels, on, ...chosen });
      save(file, file.type, chosen.form);
      setOpen(false);
    } catch (error) {
      setRefused(error instanceof ExportRefused ? error.message : t('error.network'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('pack.export')}
      </Button>
      <Modal
        open={open}
        title={t('pack.export')}
        okText={t('pack.make')}
        cancelText={t('cancel')}
        confirmLoading={busy}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
      >
        <Form<Said> form={form} layout="vertical" initialValues={{ form: 'pdf', language }} onFinish={(said) => void make(said)}>
          <Form.Item name="form" label={t('pack.form')}>
            <Radio.Group options={FORMS.map((each) => ({ value: each, label: t(`pack.form.${each}`) }))} />
          </Form.Item>
          <Form.Item name="language" label={t('pack.language')}>
            <Radio.Group
              options={[
                { value: 'zh', label: t('pack.chinese') },
                { value: 'en', label: t('pack.english') },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="purpose"
            label={t('pack.purpose')}
            extra={t('pack.purposeAbout')}
            rules={[{ required: true, whitespace: true, message: t('form.needed') }]}
          >
            <Input.TextArea rows={2} autoFocus />
          </Form.Item>
          {refused && <Alert type="error" showIcon title={t('pack.notMade')} description={refused} />}
        </Form>
      </Modal>
    </>
  );
}
