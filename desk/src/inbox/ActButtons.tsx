import { App } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient } from 'urql';
import type { ClueAction } from '#asked';
import { ActForm } from '../matter/ActForm';
import { LIFE, type AllowedAct, type ClueLife } from '../matter/found';
import { sayingOf } from '../parts/Asked';
import { KeyButton } from '../lists/KeyButton';
import { pathOf } from '../parts/kinds';
import { inOneTongue } from '../parts/tongue';
import { useWords } from '../text';

const MOST = 3; // acts that are offered in the list; the rest are on the page of the clue

interface Props {
  clue: string;
  actions: readonly ClueAction[];
  done: () => void;
}

interface Begun {
  act: AllowedAct;
  life: ClueLife;
}

/** What may be done with a clue from the list; what has to come with an act is asked for when it is chosen, as the clue stands then. */
export function ActButtons({ clue, actions, done }: Props) {
  const { t, value, language } = useWords();
  const { message } = App.useApp();
  const client = useClient();
  const [wanted, setWanted] = useState<ClueAction | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);

  const begin = async (action: ClueAction) => {
    setWanted(action);
    const answer = await client.query(LIFE, { id: clue }, { requestPolicy: 'network-only' }).toPromise();
    setWanted(null);
    const life = answer.data?.node as ClueLife | null | undefined;
    const act = life?.allowedActions.find((each) => each.action === action);
    if (life && act?.allowed) return setBegun({ act, life });
    void message.error(act?.reason ? inOneTongue(act.reason, language) : t(answer.error ? sayingOf(answer.error) : 'error.notFound'));
  };
  return (
    <div className="work-acts">
      {actions.slice(0, MOST).map((action, index) => (
        <KeyButton
          key={action}
          digit={index + 1}
          loading={wanted === action}
          onClick={() => void begin(action)}
        >
          {value('ClueAction', action)}
        </KeyButton>
      ))}
      {actions.length > MOST && (
        <Link className="small" to={pathOf('Clue', clue)}>
          {t('work.moreActs', { count: actions.length - MOST })}
        </Link>
      )}
      {begun && <ActForm clue={clue} life={begun.life} act={begun.act} close={() => setBegun(null)} done={done} />}
    </div>
  );
}
