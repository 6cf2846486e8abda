import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';

interface Matter {
  __typename: string;
  id: string;
  number: string | null;
  caption: string;
  channel: string | null;
}

/** The two matters of a link, one above the other. */
export function Both({ one, other }: { one: Matter; other: Matter | null }) {
  return (
    <div className="both">
      {[one, other]
        .filter((each): each is Matter => each !== null)
        .map((each) => (
          <span key={each.id} className="bar">
            <NodeLink typename={each.__typename} id={each.id} caption={each.caption} />
            <span className="soft numbers small">{each.number}</span>
            <ChannelMark channel={each.channel} />
          </span>
        ))}
    </div>
  );
}
