import type { CombinedError } from '@urql/core';
import type { Words } from '../text';
import { sayingOf } from './Asked';
import { inOneTongue } from './tongue';

interface Result {
  __typename: string;
  message?: string;
  mend?: string;
}

/** What a mutation refused and how to mend it, in the words of the API; nothing where it answered with what it was asked for. */
export function refusalOf(
  result: Result | null | undefined,
  error: CombinedError | undefined,
  wanted: string,
  { t, language }: Words,
): string | null {
  if (!result) return t(error ? sayingOf(error) : 'error.other');
  if (result.__typename === wanted) return null;
  const told = [result.message, result.mend].filter((each) => each !== undefined).map((each) => inOneTongue(each, language));
  return told.join(language === 'zh' ? '。' : '. ');
}
