import { Skeleton, Tabs } from 'antd';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import type { DeskInboxCountsQuery, DeskInboxCountsQueryVariables, WorkKind } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { useHeard } from '../live/live';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { count } from '../text/format';
import { ClueList } from './ClueList';
import countsText from './counts.graphql?raw';
import { WORK } from './found';
import { LinkList } from './LinkList';
import { MoreButton } from '../lists/MoreButton';
import { NoticeList } from './NoticeList';
import { WorkList } from './WorkList';
import './inbox.css';

// It asks in forms, which the first page does without.
const AccessList = lazy(() => import('./AccessList').then(({ AccessList: list }) => ({ default: list })));
const COUNTS = operation<DeskInboxCountsQuery, DeskInboxCountsQueryVariables>(countsText);
// The most pressing first; a kind of which there is nothing has no tab.
const KINDS: readonly WorkKind[] = [
  'LATE', 'ESCALATED', 'DUE_SOON', 'SIGN_FOR', 'DECIDE', 'HANDED_BACK', 'LOOK_AGAIN', 'REGISTER', 'HANDLE',
]; // prettier-ignore
const WHOLE = 'work';

/** What waits for the officer in one list, kind by kind; which kind is shown stands in the address. */
export default function InboxPage() {
  const { t } = useWords();
  useTitle(t('inbox.title'));
  const [address, setAddress] = useSearchParams();
  const of = address.get('of') ?? WHOLE;
  const kind = KINDS.find((each) => each === of);
  const [first, setFirst] = useState(20);
  const isWork = of === WHOLE || kind !== undefined;
  const [work, askWork] = useQuery({ query: WORK, variables: { kinds: kind ? [kind] : null, first: isWork ? first : 0 } });
  const [rest, askRest] = useQuery({ query: COUNTS });
  const again = () => {
    askWork({ requestPolicy: 'network-only' });
    askRest({ requestPolicy: 'network-only' });
  };
  useHeard(null, again);
  const total = useRef<number>(undefined);
  if (!kind) total.current = work.data?.worklist.totalCount ?? total.current;
  const counted = new Map<string, number>(work.data?.worklist.counts.map((each) => [each.kind, each.count]));
  const shown = (
    <Asked state={work} again={again} rows={10}>
      {({ worklist }) => (
        <>
          <WorkList found={worklist} whole={of === WHOLE} done={again} />
          <MoreButton page={worklist.pageInfo} shown={first} more={setFirst} busy={work.fetching} />
        </>
      )}
    </Asked>
  );
  const tabs: { key: string; name: string; count?: number | undefined; children: ReactNode }[] = [
    { key: WHOLE, name: t('inbox.work'), count: total.current, children: shown },
    ...KINDS.filter((each) => counted.get(each) || each === of).map((each) => ({
      key: each,
      name: t(`work.${each}`),
      count: counted.get(each),
      children: shown,
    })),
    { key: 'links', name: t('inbox.links'), count: rest.data?.links.totalCount, children: <LinkList judged={again} /> },
    {
      key: 'access',
      name: t('inbox.access'),
      count: rest.data?.accessRequests.totalCount,
      children: (
        <Suspense fallback={<Skeleton active aria-label={t('loading')} />}>
          <AccessList answered={again} />
        </Suspense>
      ),
    },
    { key: 'notices', name: t('inbox.notices'), count: rest.data?.notices.totalCount, children: <NoticeList /> },
    { key: 'clues', name: t('inbox.clues'), children: <ClueList /> },
  ];
  return (
    <>
      <h1 className="inbox-title">{t('inbox.title')}</h1>
      <Tabs
        className="inbox"
        tabPlacement="start"
        destroyOnHidden
        activeKey={of}
        onChange={(next) => setAddress(next === WHOLE ? {} : { of: next })}
        items={tabs.map(({ key, name, count: many, children }) => ({ key, label: <TabName name={name} many={many} />, children }))}
      />
    </>
  );
}

function TabName({ name, many }: { name: string; many: number | undefined }) {
  const { language } = useWords();
  return (
    <span className="inbox-tab">
      {name}
      {many !== undefined && <span className="inbox-count numbers">{count(many, language)}</span>}
    </span>
  );
}
