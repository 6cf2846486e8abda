import { createContext, useContext, useEffect, useRef } from 'react';

/** What an open desk hears of the service while it is open. */
export interface Live {
  /** Whether it hears now, has not begun, or lost the connection. */
  state: 'begins' | 'hears' | 'lost';
  /** How many notices came that nobody has looked at. */
  fresh: number;
  seen: () => void;
  hurry: () => void;
  /** Calls with the ids of the matters that notices speak of; returns what ends it. */
  follow: (tell: (matters: ReadonlySet<string>) => void) => () => void;
}

export const LiveContext = createContext<Live>({
  state: 'begins',
  fresh: 0,
  seen: () => undefined,
  hurry: () => undefined,
  follow: () => () => undefined,
});

export function useLive(): Live {
  return useContext(LiveContext);
}

const PAUSE = 2_000; // milliseconds between two readings, however much is told

/** Reads anew when a notice speaks of the matter, or of any if none is named; what comes in a burst is read once. */
export function useHeard(matter: string | null, read: () => void): void {
  const { follow } = useLive();
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = follow((matters) => {
      if (timer || (matter && !matters.has(matter))) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          last = Date.now();
          latest.current();
        },
        Math.max(100, last + PAUSE - Date.now()),
      );
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [matter, follow]);
}
