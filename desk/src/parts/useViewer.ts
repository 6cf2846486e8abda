import { useQuery } from 'urql';
import type { DeskViewerQuery, DeskViewerQueryVariables } from '#asked';
import { operation } from '../app/operation';
import text from '../app/viewer.graphql?raw';

const VIEWER = operation<DeskViewerQuery, DeskViewerQueryVariables>(text);

/** Who is signed in, as soon as it is known; asked for once. */
export function useViewer(): DeskViewerQuery['viewer'] | undefined {
  const [{ data }] = useQuery({ query: VIEWER, requestPolicy: 'cache-first' });
  return data?.viewer;
}
