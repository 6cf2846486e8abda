import { cacheExchange, Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';

/** A client for `http://…/graphql`; without `preferGetMethod: false` urql sends short queries by GET, which is refused. */
export function urql(url, token) {
  const headers = { Authorization: `Bearer ${token}` };
  const sockets = createClient({ url: url.replace(/^http/, 'ws'), connectionParams: headers });
  const forwardSubscription = ({ query, variables }) => ({
    subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query, variables }, sink) }),
  });
  return new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers },
    exchanges: [cacheExchange, fetchExchange, subscriptionExchange({ forwardSubscription })],
  });
}
