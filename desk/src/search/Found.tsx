import { Fragment } from 'react';
import { useWords } from '../text';

interface Place {
  field: string;
  excerpt: string;
  start: number;
  end: number;
  excerptStart: number;
}

/** Where a hit was found: the field and its words, with what was sought marked. */
export function Found({ kind, places }: { kind: string; places: readonly Place[] }) {
  const { field } = useWords();
  return (
    <>
      {places.slice(0, 3).map((place, index) => (
        <div key={`${place.field}-${index}`} className="found">
          <span className="soft">{field(kind, camel(place.field))}</span> <Marked place={place} />
        </div>
      ))}
    </>
  );
}

/** The offsets count signs, not the halves that some of them take in a browser. */
function Marked({ place }: { place: Place }) {
  const signs = Array.from(place.excerpt);
  const [start, end] = [place.start - place.excerptStart, place.end - place.excerptStart];
  const part = (from: number, to?: number) => signs.slice(from, to).join('');
  return (
    <Fragment>
      {place.excerptStart > 0 && '…'}
      {part(0, start)}
      <mark>{part(start, end)}</mark>
      {part(end)}
    </Fragment>
  );
}

/** A field as the graph names it, as the API does: `former_name` is `formerName`. */
function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
