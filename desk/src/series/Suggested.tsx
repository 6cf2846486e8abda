import { Tag } from 'antd';
import { useKeys } from '../lists/useKeys';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useWords } from '../text';
import { percent } from '../text/format';
import { AnswerSuggestion } from './acts/Suggestion';
import type { FoundSeries } from './SeriesPage';

/** Matters that links join to a member and that are not in the series, each with its sentence. */
export function Suggested({ series, done }: { series: FoundSeries; done: () => void }) {
  const { suggestions } = series;
  const list = useKeys<HTMLUListElement>();
  const { t, value, language } = useWords();
  return (
    <Panel title={t('series.suggested')} count={suggestions.length || undefined} flush={suggestions.length > 0}>
      {suggestions.length === 0 && <Nothing title={t('series.noneSuggested')}>{t('series.noneSuggestedMend')}</Nothing>}
      {suggestions.length > 0 && (
        <ul className="rows" ref={list}>
          {suggestions.map((each) => (
            <li key={each.link} data-row tabIndex={-1}>
              <NodeLink typename={each.matter.__typename} id={each.matter.id} caption={each.matter.caption} />
              <span className="soft small numbers">{each.matter.number}</span>
              <ChannelMark channel={each.matter.channel} />
              <span className="rows-end">
                {each.score !== null && <span className="numbers">{percent(each.score, language)} </span>}
                <Tag>{value('LinkState', each.state)}</Tag>
              </span>
              <span className="series-why small">
                {language === 'zh' ? each.sentenceZh : each.sentence} <span className="soft">{t('series.joinedTo')}</span>{' '}
                <NodeLink typename={each.joinedTo.__typename} id={each.joinedTo.id} caption={each.joinedTo.number ?? each.joinedTo.caption} />
              </span>
              {series.state === 'OPEN' && <AnswerSuggestion series={series.id} suggestion={each} done={done} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
