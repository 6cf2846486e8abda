import { useState } from 'react';
import { useMutation, type TypedDocumentNode } from 'urql';
import { useWords } from '../text';
import { refusalOf } from './refusal';

interface Answered {
  __typename: string;
  id?: string;
  message?: string;
  mend?: string;
}

/** Sends one act under a key of its own, so that sending it twice does it once; returns what was refused, or the id of what it made. */
export function useAct<Answer, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Answer, Variables>,
  wanted: string,
): (given: Omit<Variables, 'clientKey'>) => Promise<{ refused: string | null; id?: string | undefined }> {
  const words = useWords();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [, send] = useMutation(document);
  return async (given) => {
    const { data, error } = await send({ ...given, clientKey: key } as unknown as Variables);
    const answered = data ? (Object.values(data).find((each) => typeof each === 'object') as Answered | undefined) : undefined;
    const refused = refusalOf(answered, error, wanted, words);
    if (!refused) setKey(crypto.randomUUID());
    return { refused, id: answered?.id };
  };
}
