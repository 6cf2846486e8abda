import { Nothing } from '../parts/Nothing';
import { useKeys } from '../lists/useKeys';
import { useWords } from '../text';
import type { Worklist } from './found';
import { KeysAbout } from '../lists/KeysAbout';
import { WorkRow } from './WorkRow';

interface Props {
  found: Worklist;
  whole: boolean;
  done: () => void;
}

/** The clues that wait for the officer, by their last day. What is done leaves the list. */
export function WorkList({ found, whole, done }: Props) {
  const { t } = useWords();
  const list = useKeys<HTMLUListElement>();
  if (found.nodes.length === 0) {
    return <Nothing title={t(whole ? 'work.none' : 'work.noneOfKind')}>{t(whole ? 'work.noneMend' : 'work.noneOfKindMend')}</Nothing>;
  }
  return (
    <>
      <KeysAbout />
      <ul className="panel cards" ref={list}>
        {found.nodes.map((item) => (
          <WorkRow key={item.clue.id} item={item} done={done} />
        ))}
      </ul>
    </>
  );
}
