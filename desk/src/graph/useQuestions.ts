import { useMemo } from 'react';
import { useClient } from 'urql';
import type {
  DeskAroundQuery,
  DeskAroundQueryVariables,
  DeskGraphNodeQuery,
  DeskGraphNodeQueryVariables,
  DeskPathsQuery,
  DeskPathsQueryVariables,
  Kind,
} from '#asked';
import { operation } from '../app/operation';
import aroundText from '../entity/around.graphql?raw';
import type { GraphEdge, GraphNode } from './model';
import nodeText from './node.graphql?raw';
import pathsText from './paths.graphql?raw';

const AROUND = operation<DeskAroundQuery, DeskAroundQueryVariables>(aroundText);
const NODE = operation<DeskGraphNodeQuery, DeskGraphNodeQueryVariables>(nodeText);
const PATHS = operation<DeskPathsQuery, DeskPathsQueryVariables>(pathsText);

type Answered = NonNullable<DeskGraphNodeQuery['node']>;

export interface Found {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export type FoundPaths = DeskPathsQuery['pathsConnection'];

/** Between what paths are sought, how long they may be, over what kinds alone, and how many are told. */
export interface Between {
  from: string;
  to: string;
  maxHops: number;
  first: number;
  throughKinds?: Kind[] | null;
}

/** What the graph asks of the service. A refusal or a fault is thrown as it came. */
export function useQuestions() {
  const client = useClient();
  return useMemo(
    () => ({
      async thing(id: string): Promise<GraphNode | null> {
        const { data, error } = await client.query(NODE, { id }, { requestPolicy: 'cache-first' });
        if (error && !data) throw error;
        return data?.node ? nodeOf(data.node) : null;
      },
      async around(id: string, types: readonly string[], first: number): Promise<Found> {
        const { data, error } = await client.query(AROUND, { id, types: [...types], first }, { requestPolicy: 'network-only' });
        if (!data) throw error ?? new Error('no answer');
        return { nodes: data.expand.nodes.map(nodeOf), edges: [...data.expand.edges] };
      },
      /** Seeks paths until it is told to stop, which ends the request; nothing is found then. */
      between({ from, to, ...how }: Between, stop: AbortSignal): Promise<FoundPaths | null> {
        return new Promise((resolve, reject) => {
          const asked = client.query(PATHS, { from, to, ...how }, { requestPolicy: 'network-only' });
          const { unsubscribe } = asked.subscribe(({ data, error }) => {
            if (data) resolve(data.pathsConnection);
            else reject(error ?? new Error('no answer'));
          });
          stop.addEventListener('abort', () => {
            unsubscribe();
            resolve(null);
          });
        });
      },
    }),
    [client],
  );
}

export function nodeOf(node: Answered): GraphNode {
  return {
    id: node.id,
    typename: node.__typename,
    caption: node.caption,
    number: 'number' in node ? (node.number as string | null) : null,
    channel: 'channel' in node ? (node.channel as string | null) : null,
  };
}
