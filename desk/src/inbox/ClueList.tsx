import { Tag } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { DeskNewCluesQuery, DeskNewCluesQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { day } from '../text/format';
import text from './clues.graphql?raw';
import { MoreButton } from '../lists/MoreButton';

const CLUES = operation<DeskNewCluesQuery, DeskNewCluesQueryVariables>(text);
const HEADS = [
  'column.number', 'column.matter', 'column.channel', 'column.problem', 'column.stage', 'column.received', 'column.due',
] as const; // prettier-ignore

/** The newest clues, with how each stands. */
export function ClueList() {
  const { t, value, language } = useWords();
  const [first, setFirst] = useState(20);
  const [state, again] = useQuery({ query: CLUES, variables: { first } });
  return (
    <Asked state={state} again={again} rows={10}>
      {({ clues }) =>
        clues.nodes.length === 0 ? (
          <Nothing title={t('inbox.noClues')}>{t('inbox.noCluesMend')}</Nothing>
        ) : (
          <>
            <div className="panel plain">
              <table>
                <thead>
                  <tr>
                    {HEADS.map((head) => (
                      <th key={head} scope="col">
                        {t(head)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {clues.nodes.map((row) => (
                    <tr key={row.id}>
                      <td className="numbers">{row.number}</td>
                      <td>
                        <NodeLink typename="Clue" id={row.id} caption={row.caption} />
                      </td>
                      <td>
                        <ChannelMark channel={row.channel} />
                      </td>
                      <td>{value('Problem', row.problem)}</td>
                      <td>
                        <Tag>{value('ClueStage', row.stage)}</Tag>
                      </td>
                      <td className="numbers">{day(row.receivedOn, language)}</td>
                      <td className="numbers">{day(row.dueOn, language)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <MoreButton page={clues.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
          </>
        )
      }
    </Asked>
  );
}
