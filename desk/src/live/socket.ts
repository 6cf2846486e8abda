/** What goes to and comes from the service over graphql-transport-ws. */
interface Said {
  type: 'connection_ack' | 'ping' | 'pong' | 'next' | 'error' | 'complete';
  payload?: { data?: unknown };
}

interface Wanted {
  token: string;
  /** The operation, with the variables of the moment: they say where the last connection ended. */
  asked: () => { query: string; operationName: string; variables: Record<string, unknown> };
  heard: (data: unknown) => void;
  stands: (connected: boolean) => void;
  /** The service refuses the token. */
  refused: () => void;
}

const FORBIDDEN = [4401, 4403];
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const QUIET = 25_000; // milliseconds after which the service is asked whether it is still there
const PATIENCE = 10_000; // milliseconds in which it has to answer

/** How long to wait before the next attempt: longer after each, and never the same for all who lost one service. */
export function waitBefore(attempt: number, chance = Math.random()): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
  return longest / 2 + (chance * longest) / 2;
}

/** Listens to one subscription for as long as it is wanted, connects again whenever the connection breaks, and returns what ends it. */
export function listen(wanted: Wanted): { stop: () => void; hurry: () => void } {
  let attempt = 0;
  let ended = false;
  let socket: WebSocket | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let watching: ReturnType<typeof setTimeout> | undefined;

  const expect = (milliseconds: number, otherwise: () => void) => {
    clearTimeout(watching);
    watching = setTimeout(otherwise, milliseconds);
  };
  const connect = () => {
    clearTimeout(waiting);
    const made = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    socket = made;
    const send = (type: string, rest: object = {}) => made.send(JSON.stringify({ type, ...rest }));
    const lost = () => {
      if (socket === made) broken(0);
    };
    const listenOn = () =>
      expect(QUIET, () => {
        send('ping');
        expect(PATIENCE, lost);
      });
    expect(PATIENCE, lost);
    made.onopen = () => send('connection_init', { payload: { Authorization: `Bearer ${wanted.token}` } });
    made.onclose = ({ code }) => {
      if (socket === made) broken(code);
    };
    made.onmessage = ({ data }: MessageEvent<string>) => {
      if (socket !== made) return;
      const said = JSON.parse(data) as Said;
      listenOn();
      if (said.type === 'ping') send('pong');
      else if (said.type === 'connection_ack') {
        attempt = 0;
        wanted.stands(true);
        send('subscribe', { id: 'heard', payload: wanted.asked() });
      } else if (said.type === 'next') wanted.heard(said.payload?.data);
      else if (said.type === 'error' || said.type === 'complete') lost();
    };
  };
  const broken = (code: number) => {
    clearTimeout(watching);
    socket?.close();
    socket = null;
    if (ended) return;
    if (FORBIDDEN.includes(code)) return wanted.refused();
    wanted.stands(false);
    waiting = setTimeout(connect, waitBefore(attempt++));
  };
  connect();
  return {
    stop: () => {
      ended = true;
      clearTimeout(waiting);
      broken(0);
    },
    hurry: () => {
      if (!socket && !ended) connect();
    },
  };
}
