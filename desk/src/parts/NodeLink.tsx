import { Link } from 'react-router';
import { useWords } from '../text';
import { KindMark } from './KindMark';
import { pathOf } from './kinds';
import { inOneTongue } from './tongue';

/** A thing by its name, with its kind, leading to its page. */
export function NodeLink({ typename, id, caption }: { typename: string; id: string; caption: string }) {
  const { language } = useWords();
  return (
    <span className="node-link">
      <KindMark typename={typename} bare />
      <Link to={pathOf(typename, id)}>{typename === 'Alert' ? inOneTongue(caption, language) : caption}</Link>
    </span>
  );
}
