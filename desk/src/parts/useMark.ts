import { useQuery } from 'urql';
import type { DeskViewerQuery, DeskViewerQueryVariables } from '#asked';
import { operation } from '../app/operation';
import text from '../app/viewer.graphql?raw';
import { useWords } from '../text';
import { moment } from '../text/format';

const VIEWER = operation<DeskViewerQuery, DeskViewerQueryVariables>(text);

/** The watermark of what leaves the desk: who took it out, and when. */
export function useMark(): () => string {
  const { t, language } = useWords();
  const [{ data }] = useQuery({ query: VIEWER, requestPolicy: 'cache-first' });
  const name = `${data?.viewer.officerName ?? ''} ${data?.viewer.officerId ?? ''}`.trim();
  return () => t('mark', { name, at: moment(new Date().toISOString(), language) });
}
