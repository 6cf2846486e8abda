import type { ReactNode } from 'react';
import { useWords } from '../text';
import { useTitle } from '../parts/useTitle';
import { Brand } from './Brand';
import { Switches } from './Switches';

/** The page in front of the desk. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useWords();
  useTitle(t('door.title'));
  return (
    <div className="gate">
      <header className="gate-head">
        <Brand />
        <Switches />
      </header>
      <main className="gate-body">
        <h1>{t('door.title')}</h1>
        <p className="gate-about">{t('door.about')}</p>
        {children}
      </main>
    </div>
  );
}
