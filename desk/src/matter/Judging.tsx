import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { DeskJudgeLinkMutation, DeskJudgeLinkMutationVariables, LinkVerdict } from '#asked';
import { operation } from '../app/operation';
import { sayingOf } from '../parts/Asked';
import { useWords } from '../text';
import type { FoundLink } from './Connected';
import text from './judge.graphql?raw';

const JUDGE = operation<DeskJudgeLinkMutation, DeskJudgeLinkMutationVariables>(text);
const VERDICTS: readonly LinkVerdict[] = ['CONFIRMED', 'REJECTED', 'UNSURE'];

/** Confirm, reject or leave open what the rules propose between two matters, with a reason. */
export function Judging({ links, judged }: { links: readonly FoundLink[]; judged: () => void }) {
  const { t, value, language } = useWords();
  const { message } = App.useApp();
  const [verdict, setVerdict] = useState<LinkVerdict | null>(null);
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [{ fetching }, judge] = useMutation(JUDGE);

  if (links.length === 0) return <span className="small soft">{t('judge.notStored')}</span>;
  const begin = (wanted: LinkVerdict) => {
    const open = links.filter((link) => link.state === 'PROPOSED');
    setChosen((open.length ? open : links).map((link) => link.id));
    setVerdict(verdict === wanted ? null : wanted);
  };
  const send = async () => {
    if (!verdict) return;
    setRefused(null);
    for (const id of chosen) {
      const answer = await judge({ id, verdict, reason: reason.trim() });
      const result = answer.data?.judgeLink;
      if (!result) return setRefused(answer.error ? t(sayingOf(answer.error)) : t('error.other'));
      if (result.__typename !== 'Link') return setRefused(`${result.message}. ${result.mend}`);
    }
    void message.success(t('judge.kept', { verdict: value('LinkVerdict', verdict), count: chosen.length }));
    setVerdict(null);
    setReason('');
    judged();
  };
  return (
    <div className="judging">
      <div className="bar" role="group" aria-label={t('judge.title')}>
        {VERDICTS.map((each) => (
          <Button key={each} size="small" aria-expanded={verdict === each} type={verdict === each ? 'primary' : 'default'} onClick={() => begin(each)}>
            {t(`judge.${each}`)}
          </Button>
        ))}
      </div>
      {verdict && (
        <form
          className="judge-form"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          {links.length > 1 && (
            <Checkbox.Group
              value={chosen}
              onChange={setChosen}
              options={links.map((link) => ({ value: link.id, label: `${language === 'zh' ? link.sentenceZh : link.sentence} · ${value('LinkState', link.state)}` }))}
            />
          )}
          <Input.TextArea
            autoFocus
            rows={2}
            aria-label={t('form.reason')}
            placeholder={t('judge.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="bar">
            <Button htmlType="submit" type="primary" loading={fetching} disabled={!reason.trim() || chosen.length === 0}>
              {t('judge.send', { verdict: t(`judge.${verdict}`), count: chosen.length })}
            </Button>
            <Button onClick={() => setVerdict(null)}>{t('cancel')}</Button>
          </div>
          {refused && <Alert type="error" showIcon title={t('judge.refused')} description={refused} />}
        </form>
      )}
    </div>
  );
}
