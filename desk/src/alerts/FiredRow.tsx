import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ENTITY } from '../entity/found';
import { Asked } from '../parts/Asked';
import { Facts } from '../parts/Facts';
import { KindMark } from '../parts/KindMark';
import { isMatter, pathOf } from '../parts/kinds';
import { useWords } from '../text';
import type { FoundAlert } from './found';

interface Props {
  fired: FoundAlert['firedOnConnection']['nodes'][number];
  open: boolean;
}

/** A row on which an alert rests: which one it is in its source, and what it says. */
export function FiredRow({ fired: { record, rowSource, rowKey }, open }: Props) {
  const { t, source } = useWords();
  const [opened, setOpened] = useState(open);
  const isShown = opened && !isMatter(record.__typename);
  const [state, again] = useQuery({ query: ENTITY, variables: { id: record.id }, pause: !isShown, requestPolicy: 'cache-first' });
  return (
    <details className="fired" open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <KindMark typename={record.__typename} /> <span className="numbers">{record.caption}</span>
        <span className="soft small numbers"> {[rowSource && source(rowSource), rowKey !== record.caption && rowKey].filter(Boolean).join(' · ')}</span>
      </summary>
      {opened && (
        <Link className="small" to={pathOf(record.__typename, record.id)}>
          {t('graph.openPage')}
        </Link>
      )}
      {isShown && (
        <Asked state={state} again={again} rows={3}>
          {({ node }) => (node ? <Facts kind={node.__typename} node={node} provenance={node.provenance} /> : null)}
        </Asked>
      )}
    </details>
  );
}
