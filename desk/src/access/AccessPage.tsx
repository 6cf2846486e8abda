import { useQuery } from 'urql';
import { AccessRow } from '../inbox/AccessRow';
import { ACCESS, type AccessAsked } from '../inbox/found';
import { useKeys } from '../lists/useKeys';
import { Asked } from '../parts/Asked';
import { Panel } from '../parts/Panel';
import { useTitle } from '../parts/useTitle';
import { useViewer } from '../parts/useViewer';
import { useWords, type TextKey } from '../text';
import { Recusals } from './Recusals';
import '../inbox/inbox.css';
import './access.css';

const MOST = 50;

interface Part {
  name: 'toDecide' | 'mine' | 'open' | 'past';
  holds: (asked: AccessAsked, me: string | null | undefined) => boolean;
}

// Each request stands in the first part that holds it.
const PARTS: readonly Part[] = [
  { name: 'toDecide', holds: ({ state, by }, me) => state === 'WAITING' && by !== me },
  { name: 'mine', holds: ({ state }) => state === 'WAITING' },
  { name: 'open', holds: ({ state }) => state === 'APPROVED' },
  { name: 'past', holds: () => true },
];

/** What is to be decided, what the officer asked for, what is open until when, what is over, and who has no hand in what. */
export default function AccessPage() {
  const { t } = useWords();
  useTitle(t('access.title'));
  const me = useViewer()?.officerId;
  const [state, again] = useQuery({ query: ACCESS, variables: { state: null, first: MOST } });
  const done = () => again({ requestPolicy: 'network-only' });
  return (
    <div className="stack">
      <h1>{t('access.title')}</h1>
      <p className="soft page-about">{t('access.about')}</p>
      <Asked state={state} again={again} rows={10}>
        {({ accessRequests }) => (
          <>
            {PARTS.map(({ name }) => {
              const those = accessRequests.nodes.filter((each) => PARTS.find(({ holds }) => holds(each, me))?.name === name);
              return <Requests key={name} name={name} those={those} done={done} />;
            })}
            {accessRequests.pageInfo.hasNextPage && <p className="soft">{t('inbox.most', { count: MOST })}</p>}
          </>
        )}
      </Asked>
      <Recusals />
    </div>
  );
}

function Requests({ name, those, done }: { name: Part['name']; those: readonly AccessAsked[]; done: () => void }) {
  const { t } = useWords();
  const list = useKeys<HTMLUListElement>();
  if (name === 'past' && those.length === 0) return null;
  return (
    <Panel title={t(`access.${name}`)} count={those.length || undefined} flush>
      {those.length === 0 && <p className="soft none-here">{t(`access.${name}None` as TextKey)}</p>}
      <ul className="cards" ref={list}>
        {those.map((asked) => (
          <li key={asked.id} className="inbox-row" data-row tabIndex={-1}>
            <AccessRow asked={asked} done={done} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
