import { useEffect, useRef } from 'react';

/** Calls once nobody has typed, clicked or scrolled for so many minutes. */
export function useIdle(watching: boolean, minutes: number, idle: () => void): void {
  const latest = useRef(idle);
  latest.current = idle;
  useEffect(() => {
    if (!watching) return;
    let last = Date.now();
    const seen = () => {
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last > minutes * 60_000) latest.current();
    }, 5_000);
    const signs = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const sign of signs) addEventListener(sign, seen, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, seen);
    };
  }, [watching, minutes]);
}
