import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import type { DeskHeardSoFarQuery, DeskHeardSoFarQueryVariables, DeskHeardSubscription } from '#asked';
import { operation } from '../app/operation';
import { useSession } from '../app/session';
import beginText from './begin.graphql?raw';
import heardText from './heard.graphql?raw';
import { LiveContext, type Live } from './live';
import { listen } from './socket';

const BEGIN = operation<DeskHeardSoFarQuery, DeskHeardSoFarQueryVariables>(beginText);
const MOST = 100; // notices of one page
const AGAIN = 5_000;

/** Hears what the officer's teams are told while the desk is open; after a broken connection it begins where that ended. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const { token, signOut } = useSession();
  const [state, setState] = useState<Live['state']>('begins');
  const [fresh, setFresh] = useState(0);
  const followers = useRef(new Set<(matters: ReadonlySet<string>) => void>()).current;
  const line = useRef<ReturnType<typeof listen>>(undefined);

  useEffect(() => {
    let after: string | null = null;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = (data: unknown) => {
      const told = (data as DeskHeardSubscription | undefined)?.notices;
      if (!told?.nodes.length) return;
      after = told.pageInfo.endCursor ?? after;
      setFresh((count) => count + told.nodes.length);
      const matters = new Set(told.nodes.flatMap(({ one, other }) => [one, other].flatMap((each) => (each ? [each.id] : []))));
      for (const tell of followers) tell(matters);
    };
    const begin = async () => {
      const { data } = await client.query(BEGIN, {}, { requestPolicy: 'network-only' });
      if (left) return;
      if (!data) {
        setState('lost');
        timer = setTimeout(() => void begin(), AGAIN);
        return;
      }
      after = data.notices.pageInfo.endCursor;
      line.current = listen({
        token,
        asked: () => ({ query: heardText, operationName: 'DeskHeard', variables: { after, first: MOST } }),
        heard,
        stands: (connected) => setState(connected ? 'hears' : 'lost'),
        refused: () => signOut('refused'),
      });
    };
    void begin();
    return () => {
      left = true;
      clearTimeout(timer);
      line.current?.stop();
    };
  }, [client, token, signOut, followers]);

  const live = useMemo<Live>(
    () => ({
      state,
      fresh,
      seen: () => setFresh(0),
      hurry: () => line.current?.hurry(),
      follow: (tell) => {
        followers.add(tell);
        return () => followers.delete(tell);
      },
    }),
    [state, fresh, followers],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}
