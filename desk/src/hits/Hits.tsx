import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskHitsQuery, DeskHitsQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { ChannelMark } from '../parts/ChannelMark';
import { Panel } from '../parts/Panel';
import { useWords } from '../text';
import { AskAccess } from './AskAccess';
import text from './hits.graphql?raw';
import './hits.css';

const HITS = operation<DeskHitsQuery, DeskHitsQueryVariables>(text);

export type Hit = DeskHitsQuery['hits'][number];

/** Grey cards: that there is something, of which channel, and whom to ask. They tell nothing else. */
export function Hits({ about }: { about: string }) {
  const { t } = useWords();
  const [{ data }] = useQuery({ query: HITS, variables: { id: about } });
  const [asking, setAsking] = useState<Hit | null>(null);
  if (!data || data.hits.length === 0) return null;
  return (
    <Panel title={t('hits.title')}>
      <p className="soft small hits-about">{t('hits.about')}</p>
      {data.hits.map((hit) => (
        <div key={hit.id} className="hit-card">
          <ChannelMark channel={hit.channel} />
          <span>{hit.teamName ?? hit.team}</span>
          <Button size="small" onClick={() => setAsking(hit)}>
            {t('hits.ask')}
          </Button>
        </div>
      ))}
      {asking && <AskAccess hit={asking} close={() => setAsking(null)} />}
    </Panel>
  );
}
