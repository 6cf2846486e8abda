import type { Crossed } from './found';

/** Of one channel, what came month by month, and how the last twelve months compare with the twelve before. */
export interface Trend {
  channel: string;
  months: { month: string; many: number }[];
  last: number;
  before: number;
}

/** The months from so many before a day up to that of the day, the oldest first, as `2026-11`. */
export function monthsUpTo(day: string, many: number): string[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return Array.from({ length: many }, (_, at) => {
    const place = year * 12 + month - many + at;
    return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
  });
}

/** The trend of every channel, those of which most came lately first. */
export function trendsOf(table: Crossed, day: string): Trend[] {
  const months = monthsUpTo(day, 24);
  const at = new Map(table.columns.map((column) => [column.slice(0, 7), column]));
  const trends = table.rows.map((channel) => {
    const told = months.map((month) => ({ month, many: table.at(channel, at.get(month) ?? '') }));
    const sum = (those: typeof told) => those.reduce((all, { many }) => all + many, 0);
    return { channel, months: told, last: sum(told.slice(12)), before: sum(told.slice(0, 12)) };
  });
  return trends.filter(({ last, before }) => last + before > 0).sort((one, other) => other.last - one.last || other.before - one.before);
}

/** The first and the last day of a span of months such as `2025-12:2026-11`, or of one month. */
export function spanOf(text: string): { from: string; to: string } | null {
  const [, first, last] = /^(\d{4}-\d{2})(?::(\d{4}-\d{2}))?$/.exec(text) ?? [];
  if (!first) return null;
  const [year = 0, month = 0] = (last ?? first).split('-').map(Number);
  return { from: `${first}-01`, to: `${last ?? first}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}` };
}
