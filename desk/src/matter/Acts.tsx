import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { Nothing } from '../parts/Nothing';
import { inOneTongue } from '../parts/tongue';
import { useWords } from '../text';
import { ActForm } from './ActForm';
import type { AllowedAct, ClueLife } from './found';

interface Props {
  clue: string;
  life: ClueLife;
  done: () => void;
}

/** What this officer may do with the clue now, and what stands in the way of the rest. */
export function Acts({ clue, life, done }: Props) {
  const { t, value, language } = useWords();
  const [chosen, setChosen] = useState<AllowedAct | null>(null);
  const allowed = life.allowedActions.filter((each) => each.allowed);
  const others = life.allowedActions.filter((each) => !each.allowed);
  return (
    <>
      {allowed.length === 0 && <Nothing title={t('acts.none')}>{t('acts.noneMend')}</Nothing>}
      <div className="bar">
        {allowed.map((each, index) => (
          <Button key={each.action} type={index === 0 ? 'primary' : 'default'} onClick={() => setChosen(each)}>
            {value('ClueAction', each.action)}
          </Button>
        ))}
      </div>
      {others.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'others',
              label: t('acts.notNow', { count: others.length }),
              children: (
                <ul className="rows">
                  {others.map((each) => (
                    <li key={each.action}>
                      <span>{value('ClueAction', each.action)}</span>
                      <span className="soft small">{each.reason && inOneTongue(each.reason, language)}</span>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
      {chosen && <ActForm clue={clue} life={life} act={chosen} close={() => setChosen(null)} done={done} />}
    </>
  );
}
