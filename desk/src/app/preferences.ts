import { createContext, useContext } from 'react';
import type { Language } from '../text';

export type Shade = 'light' | 'dark';

/** How somebody likes to see the desk; nothing of it says who they are or what they look at. */
export interface Preferences {
  language: Language;
  shade: Shade;
  setLanguage: (language: Language) => void;
  setShade: (shade: Shade) => void;
}

export const PreferencesContext = createContext<Preferences | null>(null);

export function usePreferences(): Preferences {
  const found = useContext(PreferencesContext);
  if (!found) throw new Error('there are no preferences');
  return found;
}

const KEPT = 'leadlink.preferences';

export function readPreferences(): { language: Language; shade: Shade } {
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as { language?: Language; shade?: Shade };
  const chinese = navigator.language.toLowerCase().startsWith('zh');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return { language: kept.language ?? (chinese ? 'zh' : 'en'), shade: kept.shade ?? (dark ? 'dark' : 'light') };
}

export function keepPreferences(language: Language, shade: Shade): void {
  localStorage.setItem(KEPT, JSON.stringify({ language, shade }));
}
