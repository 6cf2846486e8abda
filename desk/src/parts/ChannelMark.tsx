import { useWords } from '../text';
import { channelColour } from './kinds';

/** The channel that a matter came in by. */
export function ChannelMark({ channel }: { channel: string | null | undefined }) {
  const { value } = useWords();
  if (!channel) return null;
  return (
    <span className="channel-mark">
      <span className="channel-ring" style={{ borderColor: channelColour(channel) }} aria-hidden="true" />
      {value('Channel', channel)}
    </span>
  );
}
