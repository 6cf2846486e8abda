import { Button, Popover } from 'antd';
import { Link } from 'react-router';
import { useViewer } from '../parts/useViewer';
import { useWords } from '../text';
import { useSession } from './session';

/** Who is signed in, in which team and role, and the way out. */
export function ViewerMenu() {
  const { t, value } = useWords();
  const { signOut } = useSession();
  const viewer = useViewer();
  const teams = viewer?.teams.map((each) => each.team) ?? [];
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="viewer-card">
          <strong>{viewer?.officerName}</strong>
          <span>
            {viewer?.officerId} · {viewer?.officerRole}
          </span>
          {teams.map((team) => (
            <span key={team.teamCode}>
              {team.teamName} · {value('Channel', team.channel)}
            </span>
          ))}
          <Link to="/access">{t('access.title')}</Link>
          <Link to="/models">{t('models.title')}</Link>
          <Button onClick={() => signOut()}>{t('nav.signOut')}</Button>
        </div>
      }
    >
      <Button type="text" className="viewer" title={t('nav.viewer')}>
        <span className="viewer-name">{viewer?.officerName ?? '…'}</span>
        <span className="viewer-team">{teams[0]?.teamName}</span>
      </Button>
    </Popover>
  );
}
