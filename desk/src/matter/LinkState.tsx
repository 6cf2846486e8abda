import { Tag, Tooltip } from 'antd';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import type { FoundLink } from './Connected';

const COLOURS = { CONFIRMED: 'green', REJECTED: 'red', UNSURE: 'orange', PROPOSED: 'default' } as const;

/** What people have said of the links between two matters, the latest word first. */
export function LinkState({ links }: { links: readonly FoundLink[] }) {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const said = links.flatMap((link) => link.judgements).filter((each) => !each.retiredAt);
  const states = [...new Set(links.map((link) => link.state))];
  const why = said.map((each) => `${staff.officer(each.by)} · ${moment(each.at, language)} · ${each.why}`).join('\n');
  return (
    <>
      {states.map((state) => (
        <Tooltip key={state} title={state === 'PROPOSED' ? t('judge.open') : <span className="lines">{why}</span>}>
          <Tag color={COLOURS[state]}>{value('LinkState', state)}</Tag>
        </Tooltip>
      ))}
    </>
  );
}
