import { useEffect, useRef, type RefObject } from 'react';

const ROW = '[data-row]';

/**
 * `j` and `k` move from row to row of a list, Enter opens the first link or button of the row, and a digit presses the button that bears it.
 * Rows are what carries `data-row`; a row that has left makes way for the next. What a row has opened beside the list carries
 * `data-opened`, and a digit presses its button where the row has none.
 */
export function useKeys<Element extends HTMLElement>(): RefObject<Element | null> {
  const list = useRef<Element>(null);
  const last = useRef(0);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const held = event.target as HTMLElement;
      if (!list.current || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(held)) return;
      const row = held.closest<HTMLElement>(ROW);
      if (event.key === 'j' || event.key === 'k') move(list.current, row, event.key === 'j' ? 1 : -1, last);
      else if (event.key === 'Enter' && row && held === row) row.querySelector<HTMLElement>('a, button')?.click();
      else if (/^[1-9]$/.test(event.key)) pressed(row, event.key)?.click();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return list;
}

function pressed(row: HTMLElement | null, digit: string): HTMLElement | null {
  const bears = `[aria-keyshortcuts="${digit}"]`;
  return row?.querySelector<HTMLElement>(bears) ?? document.querySelector<HTMLElement>(`[data-opened] ${bears}`);
}

function move(list: HTMLElement, row: HTMLElement | null, by: number, last: { current: number }): void {
  const rows = [...list.querySelectorAll<HTMLElement>(ROW)];
  const at = row ? rows.indexOf(row) + by : last.current;
  last.current = Math.max(0, Math.min(at, rows.length - 1));
  rows[last.current]?.focus();
}

function isElsewhere(held: HTMLElement): boolean {
  return held.closest('input, textarea, select, [contenteditable], [role=dialog], [role=listbox]') !== null;
}
