import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';

interface Matter {
  __typename: string;
  id: string;
  number: string | null;
  caption: string;
  channel: string | null;
  /** What an alert says: many have the name of their model alone. */
  text?: string | null;
}

/** The two matters of a link, one above the other. */
export function Both({ one, other }: { one: Matter | null; other: Matter | null }) {
  return (
    <div className="both">
      {[one, other]
        .filter((each): each is Matter => each !== null)
        .map((each) => (
          <div key={each.id}>
            <NodeLink typename={each.__typename} id={each.id} caption={each.caption} />
            <span className="bar small both-more">
              <span className="soft numbers">{each.number}</span>
              <ChannelMark channel={each.channel} />
            </span>
            {each.text && <span className="small soft both-more both-text">{each.text}</span>}
          </div>
        ))}
    </div>
  );
}
