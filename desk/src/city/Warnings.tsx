import { Tag } from 'antd';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useWords } from '../text';
import { WARNINGS } from './found';

const COLOURS: Record<string, string> = { RED: 'red', ORANGE: 'orange', YELLOW: 'gold', GREEN: 'green' };

/** The units of which most warns, each with the facts that do. */
export function Warnings() {
  const { t, value, language } = useWords();
  const [state, again] = useQuery({ query: WARNINGS, variables: { first: 10 } });
  return (
    <Panel title={t('city.warnings')} count={state.data?.earlyWarnings.totalCount} flush>
      <Asked state={state} again={again} rows={10}>
        {({ earlyWarnings }) => (
          <>
            {earlyWarnings.nodes.length === 0 && <Nothing title={t('city.noWarnings')} />}
            <ol className="rows">
              {earlyWarnings.nodes.map(({ unit, level, points, facts }) => (
                <li key={unit.id}>
                  <Tag color={COLOURS[level]}>{value('WarningLevel', level)}</Tag>
                  <NodeLink typename={unit.__typename} id={unit.id} caption={unit.caption} />
                  <span className="rows-end soft numbers">{t('city.points', { count: points })}</span>
                  <div className="facts-told small">
                    {facts.map((fact, index) => (
                      <p key={index}>{language === 'zh' ? fact.sentenceZh : fact.sentence}</p>
                    ))}
                  </div>
                </li>
              ))}
            </ol>
          </>
        )}
      </Asked>
    </Panel>
  );
}
