import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { CombinedError } from '@urql/core';
import { useWords, type TextKey } from '../text';
import { Nothing } from './Nothing';

interface State<Answer> {
  data?: Answer | undefined;
  fetching: boolean;
  error?: CombinedError | undefined;
}

interface Props<Answer> {
  state: State<Answer>;
  again: () => void;
  rows?: number;
  children: (answer: Answer) => ReactNode;
}

/** What was asked: a skeleton while it comes, what happened and a way to try again if it does not, else what the answer makes. */
export function Asked<Answer>({ state, again, rows = 6, children }: Props<Answer>) {
  const { t, language } = useWords();
  if (state.data && !(state.error && isBlank(state.data) && !isNothing(state.error))) return <>{children(state.data)}</>;
  if (state.error && isNothing(state.error)) return <Nothing title={t('error.notFound')}>{t('matter.noneMend')}</Nothing>;
  if (state.error) {
    return (
      <Alert
        type="error"
        showIcon
        title={t(sayingOf(state.error))}
        description={language === 'en' ? detailOf(state.error) : undefined}
        action={<Button onClick={again}>{t('error.again')}</Button>}
      />
    );
  }
  return <Skeleton active title={false} paragraph={{ rows }} aria-label={t('loading')} />;
}

/** Whether an answer holds nothing: what could not be answered is null at the root. */
function isBlank(answer: unknown): boolean {
  return Object.values(answer as object).every((root) => root === null || root === undefined);
}

const NOTHING = new Set<unknown>(['NOT_FOUND', 'BAD_INPUT']); // an address may name what is there for nobody, or no such thing at all

/** That there is nothing of an id is an answer, which the page tells in its own words. */
function isNothing(error: CombinedError): boolean {
  return !error.networkError && error.graphQLErrors.every(({ extensions }) => NOTHING.has(extensions.code));
}

const SAID: Record<string, TextKey> = {
  GRAPH_UNAVAILABLE: 'error.graph',
  NOT_ALLOWED: 'error.notAllowed',
  NOT_FOUND: 'error.notFound',
  LIMIT_EXCEEDED: 'error.limit',
  LOG_UNAVAILABLE: 'error.log',
  CONFLICT: 'error.overtaken',
  TOO_MANY_MISSES: 'error.tooMany',
  OPERATION_NOT_LISTED: 'error.notListed',
};

export function sayingOf(error: CombinedError): TextKey {
  if (error.networkError) return 'error.network';
  return SAID[String(error.graphQLErrors[0]?.extensions.code)] ?? 'error.other';
}

/** The detail of a fault as the API words it, which it does in English. */
function detailOf(error: CombinedError): string | undefined {
  return error.networkError ? undefined : error.graphQLErrors[0]?.message;
}
