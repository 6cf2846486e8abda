import { Tag } from 'antd';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { useViewer } from '../parts/useViewer';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { moment } from '../text/format';
import { AnswerAccess } from './AnswerAccess';
import type { AccessAsked } from './found';

const COLOURS = { WAITING: 'orange', APPROVED: 'green', REFUSED: 'red', REVOKED: 'default', EXPIRED: 'default' } as const;

/** One request for access: who asks whom for what until when, what was said, and the means to answer it. */
export function AccessRow({ asked, done }: { asked: AccessAsked; done: () => void }) {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const mine = useViewer()?.officerId === asked.by;
  const opened = asked.state === 'WAITING' ? asked.matters : asked.given;
  const said = asked.revokeReason ?? asked.answer;
  return (
    <>
      <div className="both">
        <span className="bar">
          <Tag color={COLOURS[asked.state]}>{value('AccessState', asked.state)}</Tag>
          <ChannelMark channel={asked.channel} />
        </span>
        <span>{mine ? t('access.byMe', { team: staff.team(asked.team) }) : t('access.byOther', { by: staff.officer(asked.by), teams: asked.teams.map(staff.team).join(', ') })}</span>
        <span className="soft small numbers">
          {t('access.term', { asked: moment(asked.askedAt, language), until: moment(asked.until ?? asked.askedUntil, language) })}
        </span>
      </div>
      <div className="inbox-why">
        <span>{asked.reason}</span>
        {said && <span className="soft">{t('access.said', { by: staff.officer(asked.answeredBy), said })}</span>}
        <span className="bar">
          {asked.about && <NodeLink typename={asked.about.__typename} id={asked.about.id} caption={asked.about.caption} />}
          {opened.map((each) => (
            <NodeLink key={each.id} typename={each.__typename} id={each.id} caption={each.number ?? each.caption} />
          ))}
        </span>
        <AnswerAccess asked={asked} mine={mine} done={done} />
      </div>
    </>
  );
}
