import type { Language } from '.';

const LOCALE = { en: 'en-GB', zh: 'zh-CN' } as const;

const ZONED = /T.*(Z|[+-]\d\d:?\d\d)$/;

export function day(value: string | null | undefined, language: Language): string {
  return written(value, language, { dateStyle: 'medium' });
}

export function moment(value: string | null | undefined, language: Language): string {
  return written(value, language, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A day or moment as China's clocks have it, wherever the browser is: the service counts days by them, and sources write them. */
function written(value: string | null | undefined, language: Language, style: Intl.DateTimeFormatOptions): string {
  if (!value) return '';
  const isZoned = ZONED.test(value);
  const at = new Date(isZoned || value.length === 10 ? value : `${value}Z`);
  return new Intl.DateTimeFormat(LOCALE[language], { ...style, timeZone: isZoned ? 'Asia/Shanghai' : 'UTC' }).format(at);
}

/** A term as people write it: since a day, until a day, or from one to the other. */
export function term(from: string | null | undefined, to: string | null | undefined, language: Language): string {
  const [since, until] = [day(from, language), day(to, language)];
  if (since && until) return since === until ? since : `${since} – ${until}`;
  if (since) return language === 'zh' ? `${since}起` : `since ${since}`;
  return until && (language === 'zh' ? `至${until}` : `until ${until}`);
}

/** Money of so many fen: in Chinese from ten thousand yuan on in 万元. */
export function money(fen: string | number | null | undefined, language: Language): string {
  if (fen === null || fen === undefined || fen === '') return '';
  const yuan = Number(fen) / 100;
  if (language === 'zh' && Math.abs(yuan) >= 10_000) {
    return `${new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(yuan / 10_000)} 万元`;
  }
  const said = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 2 }).format(yuan);
  return language === 'zh' ? `${said} 元` : `¥${said}`;
}

export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(value);
}

/** A share; one that is not quite whole is never told as whole. */
export function percent(value: number, language: Language, digits = value >= 0.995 ? 1 : 0): string {
  return new Intl.NumberFormat(LOCALE[language], { style: 'percent', maximumFractionDigits: digits }).format(
    Math.min(value, 0.999),
  );
}

/** The day it is in China, as the service writes days. */
export function todayInChina(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
