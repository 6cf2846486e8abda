import { useWords } from '../text';
import { percent, term } from '../text/format';
import type { GraphEdge, Picture } from './model';

/** A tie in one sentence: what it is, from when to when, and by which source. */
export function Tie({ edge, picture }: { edge: GraphEdge; picture: Picture }) {
  const words = useWords();
  const { t, says, value, source, language } = words;
  const called = (id: string) => picture.nodes.get(id)?.caption ?? '…';
  const { properties } = edge;
  const text = (name: string) => (properties[name] === undefined || properties[name] === null ? '' : String(properties[name]));
  const details = [
    value('Role', text('role')),
    text('post'),
    value('KinRelation', text('relation')),
    text('ratio') && `${text('ratio')} %`,
    text('asNamed') && t('names.as', { words: text('asNamed') }),
    text('certainty') && percent(Number(text('certainty')), language),
    term(text('validFrom'), text('validTo'), language),
  ].filter(Boolean);
  return (
    <p className="tie">
      {says(edge.type, called(edge.source), called(edge.target))}
      {details.length > 0 && <span>{language === 'zh' ? `（${details.join('，')}）` : ` (${details.join(', ')})`}</span>}
      {text('source') && (
        <span className="soft small">
          {' '}
          {t('source.of', { source: `${source(text('source'))} ${text('sourceKey')}` })}
        </span>
      )}
    </p>
  );
}
