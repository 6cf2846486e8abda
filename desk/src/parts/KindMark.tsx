import { useWords } from '../text';
import { colourOf, familyOf } from './kinds';

/** The kind of a thing: its colour, the shape of its family, and its word. */
export function KindMark({ typename, bare = false }: { typename: string; bare?: boolean }) {
  const { kind } = useWords();
  return (
    <span className="kind-mark" title={kind(typename)}>
      <svg width="12" height="12" viewBox="-8 -8 16 16" aria-hidden="true" fill={colourOf(typename)}>
        <Shape family={familyOf(typename)} />
      </svg>
      {bare ? <span className="unseen">{kind(typename)}</span> : <span>{kind(typename)}</span>}
    </span>
  );
}

function Shape({ family }: { family: ReturnType<typeof familyOf> }) {
  switch (family) {
    case 'matter':
      return <rect x="-6.5" y="-6.5" width="13" height="13" rx="2" />;
    case 'person':
      return <circle r="7" />;
    case 'unit':
      return <polygon points="-7,-3.5 0,-7.5 7,-3.5 7,3.5 0,7.5 -7,3.5" />;
    case 'thing':
      return <polygon points="0,-7.5 7.5,0 0,7.5 -7.5,0" />;
    case 'event':
      return <polygon points="0,-7 7.5,6 -7.5,6" />;
  }
}
