import type { Language } from '.';

const LOCALE = { en: 'en-GB', zh: 'zh-CN' } as const;

export function day(value: string | null | undefined, language: Language): string {
  if (!value) return '';
  const date = new Date(value.length === 10 ? `${value}T00:00:00` : value);
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium' }).format(date);
}

export function moment(value: string | null | undefined, language: Language): string {
  if (!value) return '';
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));
}

/** A term as people write it; an open end stays open. */
export function term(from: string | null | undefined, to: string | null | undefined, language: Language): string {
  if (!from && !to) return '';
  return `${from ? day(from, language) : '…'} – ${to ? day(to, language) : '…'}`;
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

export function percent(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { style: 'percent', maximumFractionDigits: value >= 0.995 ? 1 : 0 }).format(
    Math.min(value, 0.999),
  );
}

/** The day it is in China, as the service writes days. */
export function todayInChina(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
