import type { KnownModel } from './found';
import { statedOf } from './found';

type Parameter = KnownModel['parameters'][number];

/** Whether what was written is a value of the parameter's kind; nothing where it is none. */
export function readValue(written: string, { default: usual }: Parameter): string | null {
  const stated = statedOf(usual);
  const text = written.trim();
  if (Array.isArray(stated)) return JSON.stringify(text.split(/[,，、;；\n]/).map((each) => each.trim()).filter(Boolean));
  if (typeof stated === 'number') {
    const number = Number(text);
    if (!text || !Number.isFinite(number) || (isWhole(stated, usual) && !Number.isInteger(number))) return null;
    // A share that is written as 1 stays a number with a part after the point for the service, which takes both.
    return String(number);
  }
  if (typeof stated === 'boolean') return text === 'true' || text === 'false' ? text : null;
  return text ? JSON.stringify(text) : null;
}

export function writtenOf({ default: usual }: Parameter): string {
  const stated = statedOf(usual);
  return Array.isArray(stated) ? stated.join(', ') : String(stated);
}

function isWhole(stated: number, usual: string): boolean {
  return Number.isInteger(stated) && !usual.includes('.');
}

const STEPS = [0.5, 0.7, 0.85, 1, 1.15, 1.3, 1.5, 2];

/** Values of a number around its usual one, from half of it to its double, each once, the smallest first. */
export function valuesAround({ default: usual }: Parameter): number[] {
  const stated = statedOf(usual);
  if (typeof stated !== 'number') return [];
  if (stated === 0) return [0];
  const round = (value: number) => (isWhole(stated, usual) ? Math.round(value) : Number(value.toPrecision(4)));
  const near = isWhole(stated, usual) && Math.abs(stated) < 5 ? [-2, -1, 0, 1, 2, 3, 4].map((step) => stated + step).filter((value) => value > 0) : STEPS.map((step) => round(stated * step));
  return [...new Set(near)].sort((one, other) => one - other);
}
