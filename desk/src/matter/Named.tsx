import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { percent } from '../text/format';
import type { FoundMatter } from './found';

/** Whom and what the matter names, in which role and in whose words. */
export function Named({ matter }: { matter: FoundMatter }) {
  const { t, value, language } = useWords();
  const known = matter.names;
  const unread = known.length === 0 ? matter.subjects : [];
  if (known.length === 0 && unread.length === 0) return <Nothing title={t('names.none')}>{t('names.noneMend')}</Nothing>;
  return (
    <ul className="rows">
      {known.map((each) => (
        <li key={each.id}>
          <NodeLink typename={each.entity.__typename} id={each.entity.id} caption={each.entity.caption} />
          <span className="soft small">
            {[
              each.asPost,
              each.asNamed && each.asNamed !== each.entity.caption && t('names.as', { words: each.asNamed }),
              each.certainty !== null && percent(each.certainty, language),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className="rows-end">{value('Role', each.role)}</span>
        </li>
      ))}
      {unread.map((each, index) => (
        <li key={index}>
          <span>{each.asNamed}</span>
          <span className="soft small">{each.asPost}</span>
          <span className="rows-end">{value('Role', each.role)}</span>
        </li>
      ))}
    </ul>
  );
}
