import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/core';
import type { Session } from './session';

/** The client of one officer's session; a token that is refused ends the session. */
export function clientOf(session: Session): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: { Authorization: `Bearer ${session.token}` } }),
    exchanges: [
      mapExchange({
        onError(error) {
          if ((error.response as Response | undefined)?.status === 401) session.signOut('refused');
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
