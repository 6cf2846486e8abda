import { Link } from 'react-router';
import { KindMark } from './KindMark';
import { pathOf } from './kinds';

/** A thing by its name, with its kind, leading to its page. */
export function NodeLink({ typename, id, caption }: { typename: string; id: string; caption: string }) {
  return (
    <span className="node-link">
      <KindMark typename={typename} bare />
      <Link to={pathOf(typename, id)}>{caption}</Link>
    </span>
  );
}
