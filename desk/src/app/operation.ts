import type { TypedDocumentNode } from '@urql/core';

/** An operation as it stands in its file, with the types of its answer and of its variables. */
export function operation<Answer, Variables>(text: string): TypedDocumentNode<Answer, Variables & Record<string, unknown>> {
  return text as unknown as TypedDocumentNode<Answer, Variables & Record<string, unknown>>;
}
