import { Skeleton, Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { ClueList } from './ClueList';
import { LinkList } from './LinkList';
import { NoticeList } from './NoticeList';
import './inbox.css';

// It alone wants the large table, which the first page does without.
const AccessList = lazy(() => import('./AccessList').then(({ AccessList: list }) => ({ default: list })));

/** What waits for the officer, kind by kind; which kind is shown stands in the address. */
export default function InboxPage() {
  const { t } = useWords();
  useTitle(t('inbox.title'));
  const [address, setAddress] = useSearchParams();
  return (
    <>
      <h1 className="inbox-title">{t('inbox.title')}</h1>
      <Tabs
        className="inbox"
        activeKey={address.get('of') ?? 'clues'}
        onChange={(of) => setAddress({ of })}
        items={[
          { key: 'clues', label: t('inbox.clues'), children: <ClueList /> },
          { key: 'links', label: t('inbox.links'), children: <LinkList /> },
          { key: 'notices', label: t('inbox.notices'), children: <NoticeList /> },
          { key: 'access', label: t('inbox.access'), children: (
              <Suspense fallback={<Skeleton active aria-label={t('loading')} />}>
                <AccessList />
              </Suspense>
            ) },
        ]}
      />
    </>
  );
}
