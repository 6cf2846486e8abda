import { App } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { DeskAddToSeriesMutation, DeskAddToSeriesMutationVariables, DeskJudgeLinkMutation, DeskJudgeLinkMutationVariables } from '#asked';
import { operation } from '../../app/operation';
import { KeyButton } from '../../lists/KeyButton';
import judgeText from '../../matter/judge.graphql?raw';
import { ReasonForm } from '../../parts/ReasonForm';
import { refusalOf } from '../../parts/refusal';
import { useAct } from '../../parts/useAct';
import { useWords } from '../../text';
import type { FoundSeries } from '../SeriesPage';
import addText from './add.graphql?raw';

const ADD = operation<DeskAddToSeriesMutation, DeskAddToSeriesMutationVariables>(addText);
const JUDGE = operation<DeskJudgeLinkMutation, DeskJudgeLinkMutationVariables>(judgeText);

interface Props {
  series: string;
  suggestion: FoundSeries['suggestions'][number];
  done: () => void;
}

/** Takes a suggested matter into the series, for which its link has to be confirmed, or says that the two do not belong together. */
export function AnswerSuggestion({ series, suggestion, done }: Props) {
  const words = useWords();
  const { t } = words;
  const { message } = App.useApp();
  const [answer, setAnswer] = useState<'accept' | 'refuse' | null>(null);
  const [, judge] = useMutation(JUDGE);
  const add = useAct(ADD, 'Series');
  const judged = async (verdict: 'CONFIRMED' | 'REJECTED', reason: string) => {
    const { data, error } = await judge({ id: suggestion.link, verdict, reason });
    return refusalOf(data?.judgeLink, error, 'Link', words);
  };
  const send = async (said: 'accept' | 'refuse', reason: string) => {
    const wanted = said === 'accept' ? 'CONFIRMED' : 'REJECTED';
    let refused = suggestion.state === wanted ? null : await judged(wanted, reason);
    if (!refused && said === 'accept') refused = (await add({ id: series, matters: [suggestion.matter.id], reason })).refused;
    if (refused) return refused;
    void message.success(t(`series.done.${said}`));
    setAnswer(null);
    done();
    return null;
  };
  return (
    <div className="series-why">
      <div className="bar" role="group" aria-label={t('series.answer')}>
        {(['accept', 'refuse'] as const).map((each, index) => (
          <KeyButton key={each} digit={index + 1} type={answer === each ? 'primary' : 'default'} aria-expanded={answer === each} onClick={() => setAnswer(answer === each ? null : each)}>
            {t(`series.act.${each}`)}
          </KeyButton>
        ))}
      </div>
      {answer && (
        <ReasonForm
          key={answer}
          asks={t('series.reason')}
          sends={t(`series.act.${answer}`)}
          refusedAs={t('series.refused')}
          send={(reason) => send(answer, reason)}
          cancel={() => setAnswer(null)}
        >
          {answer === 'accept' && suggestion.state !== 'CONFIRMED' && <p className="soft small">{t('series.confirmsToo')}</p>}
        </ReasonForm>
      )}
    </div>
  );
}
