import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Locale } from 'antd/es/locale';
import type en from './en';

export type Language = 'en' | 'zh';
export type TextKey = keyof typeof en;

/** The words of the schema, which the service exports from its declarations. */
export interface Terms {
  values: Record<string, Record<string, string>>;
  fields: Record<string, Record<string, string>>;
  lists: Record<string, Record<string, string>>;
  ties: Record<string, { name: string; says: string }>;
  sources: Record<string, string>;
}

const known: Partial<Record<Language, { terms: Terms; locale: Locale }>> = {};

async function load(language: Language): Promise<void> {
  if (known[language]) return;
  const [texts, terms, locale] =
    language === 'zh'
      ? await Promise.all([import('./zh'), import('./terms.zh.json'), import('antd/es/locale/zh_CN')])
      : await Promise.all([import('./en'), import('./terms.en.json'), import('antd/es/locale/en_US')]);
  known[language] = { terms: terms.default as Terms, locale: locale.default };
  i18next.addResourceBundle(language, 'translation', texts.default);
}

/** Makes the language the one that is shown, without loading the page anew. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      resources: {},
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
    });
  }
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function localeOf(language: Language): Locale | undefined {
  return known[language]?.locale;
}

/** What to call everything in the language that is shown. */
export interface Words {
  language: Language;
  t: (key: TextKey, given?: Record<string, string | number>) => string;
  /** A value of an enum, its own letters where it has no word. */
  value: (list: string, value: string | null | undefined) => string;
  /** A field of a kind. */
  field: (kind: string, field: string) => string;
  /** The list that the values of a field are of, if they are of one. */
  listOf: (kind: string, field: string) => string | undefined;
  /** A kind, by the name of its type. */
  kind: (typename: string) => string;
  tie: (type: string) => string;
  /** A source system; one that came with no title is told by its own letters. */
  source: (name: string) => string;
  /** The sentence that a tie makes of its ends. */
  says: (type: string, start: string, end: string) => string;
}

export function useWords(): Words {
  const { t, i18n } = useTranslation();
  return wordsOf((i18n.language as Language) || 'en', t as unknown as Words['t']);
}

function wordsOf(language: Language, t: Words['t']): Words {
  const terms = known[language]?.terms;
  return {
    language,
    t,
    value: (list, value) => (value ? (terms?.values[list]?.[value] ?? value) : ''),
    field: (kind, field) => terms?.fields[kind]?.[field] ?? field,
    listOf: (kind, field) => terms?.lists[kind]?.[field],
    kind: (typename) => terms?.values.Kind?.[snake(typename)] ?? typename,
    tie: (type) => terms?.ties[type]?.name ?? type,
    source: (name) => terms?.sources[name] ?? name,
    says: (type, start, end) =>
      (terms?.ties[type]?.says ?? '{start} — {end}').replace('{start}', start).replace('{end}', end),
  };
}

/** `AuditFinding` as the enum of kinds writes it: `AUDIT_FINDING`. */
export function snake(typename: string): string {
  return typename.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
