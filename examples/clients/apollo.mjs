import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { isAbstractType, isObjectType, OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';

/** Apollo's cache for our schema: which types an interface or union stands for, and what is merged without an id. */
export function cacheOf(schema) {
  const types = Object.values(schema.getTypeMap());
  const possibleTypes = Object.fromEntries(
    types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map((each) => each.name)]),
  );
  const typePolicies = Object.fromEntries(
    types
      .filter((type) => isObjectType(type) && !type.getFields().id && !type.name.startsWith('__'))
      .map((type) => [type.name, { merge: true }]),
  );
  typePolicies.Query = { fields: { people: relayStylePagination(['filter', 'orderBy']) } };
  return new InMemoryCache({ possibleTypes, typePolicies });
}

/** A client for `http://…/graphql`: operations by POST, subscriptions over WebSocket. */
export function apollo(url, token, schema) {
  const headers = { Authorization: `Bearer ${token}` };
  const sockets = createClient({ url: url.replace(/^http/, 'ws'), connectionParams: headers });
  const link = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(sockets),
    new HttpLink({ uri: url, headers }),
  );
  return new ApolloClient({ link, cache: cacheOf(schema) });
}
