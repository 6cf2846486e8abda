import { useClient } from 'urql';
import type { DeskByNumberQuery, DeskByNumberQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { useWords } from '../text';
import { sayingOf } from './Asked';
import text from './by_number.graphql?raw';

const BY_NUMBER = operation<DeskByNumberQuery, DeskByNumberQueryVariables>(text);

/** Finds the id of a clue or a ticket by the number that people know it by; acts take ids alone. */
export function useByNumber(): (kind: 'clue' | 'ticket', number: string) => Promise<{ id?: string; refused?: string }> {
  const client = useClient();
  const { t } = useWords();
  return async (kind, number) => {
    const { data, error } = await client.query(BY_NUMBER, { number: number.trim() }).toPromise();
    const found = data?.[kind];
    return found ? { id: found.id } : { refused: t(error?.networkError ? sayingOf(error) : 'number.none', { number: number.trim() }) };
  };
}
