import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { DeskConnectedQuery } from '#asked';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { useWords, type Words } from '../text';
import { percent } from '../text/format';
import { OpenSeries } from '../series/acts/OpenSeries';
import type { FoundLink } from './Connected';
import { Judging } from './Judging';
import { LinkState } from './LinkState';

type ConnectedMatter = DeskConnectedQuery['connectedMatters']['nodes'][number];
type Evidence = ConnectedMatter['evidence'][number];

const FIRST = 3; // pieces of evidence that are shown at once

interface Props {
  /** The matter that it is connected with. */
  of: string;
  connected: ConnectedMatter;
  links: readonly FoundLink[];
  /** Whether the matter that it is connected with is in a series already. */
  taken: boolean;
  judged: () => void;
}

/** One connected matter: how sure, why in sentences, what is the weakest step, and what people say of it. */
export function ConnectedCard({ of, connected, links, taken, judged }: Props) {
  const words = useWords();
  const { t, value, language } = words;
  const [whole, setWhole] = useState(false);
  const { matter, score } = connected;
  const evidence = withoutTwins(connected.evidence);
  const shown = whole ? evidence : evidence.slice(0, FIRST);
  return (
    <li className="card" data-row tabIndex={-1}>
      <div className="score" title={t('connected.score')}>
        <span className="score-number numbers">{percent(score, language)}</span>
        <span className="score-track" aria-hidden="true">
          <span style={{ width: `${Math.round(score * 100)}%` }} />
        </span>
      </div>
      <div className="card-body">
        <div className="bar">
          <NodeLink typename={matter.__typename} id={matter.id} caption={matter.caption} />
          <span className="soft numbers">{matter.number}</span>
          <ChannelMark channel={matter.channel} />
          {matter.problem && <Tag>{value('Problem', matter.problem)}</Tag>}
          <LinkState links={links} />
        </div>
        <ol className="evidence">
          {shown.map((each, index) => (
            <li key={index}>
              {language === 'zh' ? each.sentenceZh : each.sentence}
              <span className="soft small numbers"> {percent(each.strength, language)}</span>
            </li>
          ))}
        </ol>
        <p className="weakest small">
          <span className="soft">{t('connected.weakest')}</span> {weakest(evidence, words)}
        </p>
        <div className="bar">
          {evidence.length > FIRST && (
            <Button size="small" type="link" onClick={() => setWhole(!whole)}>
              {whole ? t('less') : t('connected.further', { count: evidence.length - FIRST })}
            </Button>
          )}
          <Judging links={links} judged={judged} />
        </div>
        {!taken && links.some((link) => link.state === 'CONFIRMED') && <OpenSeries matters={[of, matter.id]} />}
      </div>
    </li>
  );
}

/** Evidence that reads the same, the strongest of it alone. */
function withoutTwins(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.toReversed().map((each) => [each.sentence, each])).values()].toReversed();
}

/** The step of the strongest evidence that is least certain; one that a register states has no doubt of its own. */
function weakest(evidence: readonly Evidence[], { t, language }: Words): string {
  const best = evidence[0];
  if (!best) return '';
  const certainties = best.path.edges.map(({ properties }) => Number(properties.certainty ?? 1));
  const least = Math.min(...certainties);
  if (least >= 1) return t('connected.everyStep');
  const hop = best.path.hops[certainties.indexOf(least)];
  const said = language === 'zh' ? hop?.sentenceZh : hop?.sentence;
  return `${said ?? ''} (${percent(least, language)})`;
}
