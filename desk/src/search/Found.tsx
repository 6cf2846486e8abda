import { Fragment } from 'react';
import { useWords } from '../text';

interface Place {
  field: string;
  excerpt: string;
  start: number;
  end: number;
}

/** Where a hit was found: the field and its words, with what was sought marked. */
export function Found({ kind, places }: { kind: string; places: readonly Place[] }) {
  const { field } = useWords();
  return (
    <>
      {places.slice(0, 3).map((place, index) => (
        <div key={`${place.field}-${index}`} className="found">
          <span className="soft">{field(kind, place.field)}</span> <Marked place={place} />
        </div>
      ))}
    </>
  );
}

/** The offsets count signs, not the halves that some of them take in a browser. */
function Marked({ place }: { place: Place }) {
  const signs = Array.from(place.excerpt);
  const part = (from: number, to?: number) => signs.slice(from, to).join('');
  return (
    <Fragment>
      {part(0, place.start)}
      <mark>{part(place.start, place.end)}</mark>
      {part(place.end)}
    </Fragment>
  );
}
