import { useEffect } from 'react';

/** Names the page in the browser's tab: by what kind of page it is, never by whom or what it is about. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · leadlink`;
  }, [title]);
}
