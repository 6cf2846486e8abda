import { Tooltip } from 'antd';
import type { DeskSearchQuery } from '#asked';
import { ChannelMark } from '../parts/ChannelMark';
import { KindMark } from '../parts/KindMark';
import { NodeLink } from '../parts/NodeLink';
import { useWords } from '../text';
import { day } from '../text/format';
import { dayOf } from '../entity/dayOf';
import { isMatter } from '../parts/kinds';
import { PersonAside } from '../parts/PersonAside';
import { Found } from './Found';

type Hit = DeskSearchQuery['search']['hits'][number];

/** The hits kind by kind, the kind of the best hit first. */
export function HitGroups({ hits }: { hits: readonly Hit[] }) {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(hit.node.__typename, [...(groups.get(hit.node.__typename) ?? []), hit]);
  return (
    <>
      {[...groups].map(([typename, members]) => (
        <section key={typename} className="panel hits">
          <div className="panel-head">
            <h2>
              <KindMark typename={typename} />
            </h2>
            <span className="panel-count">{members.length}</span>
          </div>
          <ul>
            {members.map((hit) => (
              <HitRow key={hit.node.id} hit={hit} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function HitRow({ hit }: { hit: Hit }) {
  const { language, value } = useWords();
  const { node } = hit;
  return (
    <li>
      <div className="bar">
        <NodeLink typename={node.__typename} id={node.id} caption={node.caption} />
        {'number' in node && node.number && <span className="soft numbers">{node.number}</span>}
        {'channel' in node && <ChannelMark channel={node.channel} />}
        {'problem' in node && node.problem && <span className="soft">{value('Problem', node.problem)}</span>}
        {isMatter(node.__typename) && <span className="soft numbers">{day(dayOf(node), language)}</span>}
        {node.__typename === 'Person' && <PersonAside person={node} />}
        {'uscc' in node && node.uscc && <span className="soft numbers">{node.uscc}</span>}
        <Tooltip title={value('SearchMatch', hit.match)}>
          <span className="why">{value('SearchMatch', hit.match)}</span>
        </Tooltip>
      </div>
      <Found kind={node.__typename} places={hit.found} />
    </li>
  );
}
