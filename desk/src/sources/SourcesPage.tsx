import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { LoadTable } from './LoadTable';
import { SourceTable } from './SourceTable';
import './sources.css';

/** The source systems of the officer's teams and what was loaded from them; which is shown stands in the address. */
export default function SourcesPage() {
  const { t } = useWords();
  useTitle(t('sources.title'));
  const [address, setAddress] = useSearchParams();
  return (
    <div className="stack">
      <h1>{t('sources.title')}</h1>
      <Tabs
        className="panel tabbed"
        destroyOnHidden
        activeKey={address.get('of') ?? 'sources'}
        onChange={(of) => setAddress(of === 'sources' ? {} : { of })}
        items={[
          { key: 'sources', label: t('sources.systems'), children: <SourceTable /> },
          { key: 'loads', label: t('sources.loads'), children: <LoadTable /> },
        ]}
      />
    </div>
  );
}
