import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { percent } from '../text/format';
import type { Mention } from './found';

const SURE = 0.9; // from here on a sure mention is drawn without a doubt

/** The text as it was registered, with what it mentions marked at its place: sure, doubtful, or a mere candidate. */
export function MarkedText({ text, mentions }: { text: string | null; mentions: readonly Mention[] }) {
  const { t } = useWords();
  if (!text) return <Nothing title={t('text.none')}>{t('text.noneMend')}</Nothing>;
  // The offsets count signs, not the halves that some of them take in a browser.
  const signs = Array.from(text);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const each of [...mentions].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (each.start < at) continue;
    parts.push(signs.slice(at, each.start).join(''));
    parts.push(<Marked key={each.id} mention={each}>{signs.slice(each.start, each.end).join('')}</Marked>);
    at = each.end;
  }
  parts.push(signs.slice(at).join(''));
  return (
    <>
      <p className="matter-text">{parts}</p>
      {mentions.length > 0 && (
        <p className="legend small soft">
          <span className="mention sure">{t('text.sure')}</span>
          <span className="mention doubtful">{t('text.doubtful')}</span>
          <span className="mention candidate">{t('text.candidate')}</span>
        </p>
      )}
    </>
  );
}

function Marked({ mention, children }: { mention: Mention; children: ReactNode }) {
  const manner = mention.state !== 'SURE' ? 'candidate' : mention.certainty < SURE ? 'doubtful' : 'sure';
  return (
    <Popover trigger="click" content={<Told mention={mention} />}>
      <span
        role="button"
        tabIndex={0}
        className={`mention ${manner}`}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.click()}
      >
        {children}
      </span>
    </Popover>
  );
}

function Told({ mention }: { mention: Mention }) {
  const { t, value, language } = useWords();
  return (
    <div className="told">
      <strong>
        {value('MentionKind', mention.kind)} {mention.normal !== mention.text && mention.normal}
      </strong>
      <span>
        {value('Because', mention.because)} · {percent(mention.certainty, language)}
      </span>
      {mention.namesakes !== null && mention.namesakes > 1 && <span>{t('text.namesakes', { count: mention.namesakes })}</span>}
      {mention.entity && (
        <NodeLink typename={mention.entity.__typename} id={mention.entity.id} caption={mention.entity.caption} />
      )}
      {mention.candidates.length > 0 && (
        <>
          <span className="soft">{t('text.candidates')}</span>
          {mention.candidates.map((each) => (
            <NodeLink key={each.id} typename={each.__typename} id={each.id} caption={each.caption} />
          ))}
        </>
      )}
    </div>
  );
}
