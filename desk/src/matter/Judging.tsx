import { App, Checkbox } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { DeskJudgeLinkMutation, DeskJudgeLinkMutationVariables, LinkVerdict } from '#asked';
import { operation } from '../app/operation';
import { KeyButton } from '../lists/KeyButton';
import { ReasonForm } from '../parts/ReasonForm';
import { refusalOf } from '../parts/refusal';
import { useWords } from '../text';
import type { FoundLink } from './Connected';
import text from './judge.graphql?raw';

const JUDGE = operation<DeskJudgeLinkMutation, DeskJudgeLinkMutationVariables>(text);
const VERDICTS: readonly LinkVerdict[] = ['CONFIRMED', 'REJECTED', 'UNSURE'];

/** Confirm, reject or leave open what the rules propose between two matters, with a reason. */
export function Judging({ links, judged }: { links: readonly FoundLink[]; judged: () => void }) {
  const words = useWords();
  const { t, value, language } = words;
  const { message } = App.useApp();
  const [verdict, setVerdict] = useState<LinkVerdict | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [, judge] = useMutation(JUDGE);

  if (links.length === 0) return <span className="small soft">{t('judge.notStored')}</span>;
  const begin = (wanted: LinkVerdict) => {
    const open = links.filter((link) => link.state === 'PROPOSED');
    setChosen((open.length ? open : links).map((link) => link.id));
    setVerdict(verdict === wanted ? null : wanted);
  };
  const send = async (said: LinkVerdict, reason: string) => {
    for (const id of chosen) {
      const answer = await judge({ id, verdict: said, reason });
      const refused = refusalOf(answer.data?.judgeLink, answer.error, 'Link', words);
      if (refused) return refused;
    }
    void message.success(t('judge.kept', { verdict: value('LinkVerdict', said), count: chosen.length }));
    setVerdict(null);
    judged();
    return null;
  };
  return (
    <div className="judging">
      <div className="bar" role="group" aria-label={t('judge.title')}>
        {VERDICTS.map((each, index) => (
          <KeyButton
            key={each}
            digit={index + 1}
            aria-expanded={verdict === each}
            type={verdict === each ? 'primary' : 'default'}
            onClick={() => begin(each)}
          >
            {t(`judge.${each}`)}
          </KeyButton>
        ))}
      </div>
      {verdict && (
        <ReasonForm
          asks={t('judge.reason')}
          sends={t('judge.send', { verdict: t(`judge.${verdict}`), count: chosen.length })}
          refusedAs={t('judge.refused')}
          ready={chosen.length > 0}
          send={(reason) => send(verdict, reason)}
          cancel={() => setVerdict(null)}
        >
          {links.length > 1 && (
            <Checkbox.Group
              value={chosen}
              onChange={setChosen}
              options={links.map((link) => ({ value: link.id, label: `${language === 'zh' ? link.sentenceZh : link.sentence} · ${value('LinkState', link.state)}` }))}
            />
          )}
        </ReasonForm>
      )}
    </div>
  );
}
