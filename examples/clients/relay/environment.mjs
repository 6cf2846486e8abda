import { createClient } from 'graphql-ws';
import { Environment, Network, Observable, RecordSource, Store } from 'relay-runtime';

/** Relay's environment for `http://…/graphql`: operations by POST, subscriptions over WebSocket. */
export function environment(url, token) {
  const headers = { Authorization: `Bearer ${token}` };
  const sockets = createClient({ url: url.replace(/^http/, 'ws'), connectionParams: headers });
  const ask = async ({ text, name }, variables) => {
    const body = JSON.stringify({ query: text, operationName: name, variables });
    const sent = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body };
    return (await fetch(url, sent)).json();
  };
  const hear = ({ text, name }, variables) =>
    Observable.create((sink) => sockets.subscribe({ query: text, operationName: name, variables }, sink));
  return new Environment({ network: Network.create(ask, hear), store: new Store(new RecordSource()) });
}
