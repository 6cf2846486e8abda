import { useWords } from '../text';
import { colourOf, familyOf, OUTLINES } from './kinds';

/** The kind of a thing: its colour, the shape of its family, and its word. */
export function KindMark({ typename, bare = false }: { typename: string; bare?: boolean }) {
  const { kind } = useWords();
  return (
    <span className="kind-mark" title={kind(typename)}>
      <svg width="12" height="12" viewBox="-8 -8 16 16" aria-hidden="true" fill={colourOf(typename)}>
        <path d={OUTLINES[familyOf(typename)]} />
      </svg>
      {bare ? <span className="unseen">{kind(typename)}</span> : <span>{kind(typename)}</span>}
    </span>
  );
}
