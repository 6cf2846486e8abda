import { Alert, Button, Card, Input, Skeleton } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../text';
import { Nothing } from '../parts/Nothing';
import { readChoices, tokenOf, type Choice } from './session';

// One for each way of working, so that a newcomer need not know the codes of teams.
const SHOWN_FIRST = ['CASE_MGMT', 'SUPERVISION_7', 'INSP_TEAM_1', 'CHIEF', 'IT', 'UNIT_OFFICER', 'PETITION', 'AUDIT'];

/** Demo mode: one is whom one chooses to be. */
export function ChooseOfficer({ chosen }: { chosen: (officer: string, token: string) => void }) {
  const { t } = useWords();
  const [choices, setChoices] = useState<Choice[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [sought, setSought] = useState('');

  useEffect(() => {
    readChoices().then(setChoices, () => setFailed(true));
  }, []);

  const teams = useMemo(() => byTeam(choices ?? [], sought), [choices, sought]);
  const take = (officer: string) => {
    tokenOf(officer).then(
      (token) => chosen(officer, token),
      () => setFailed(true),
    );
  };
  if (failed) return <Alert type="error" showIcon title={t('door.notHere')} description={t('door.notHereMend')} />;
  if (!choices) return <Skeleton active aria-label={t('loading')} />;
  return (
    <section aria-label={t('door.choose')}>
      <Input.Search
        size="large"
        allowClear
        autoFocus
        aria-label={t('door.filter')}
        placeholder={t('door.filter')}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {teams.length === 0 && <Nothing title={t('door.nobody')}>{t('door.nobodyMend')}</Nothing>}
      <div className="choices">
        {teams.map(([team, officers]) => (
          <Card key={team} size="small" title={officers[0]?.teamName ?? team}>
            {officers.map((each) => (
              <Button key={each.id} type="text" block className="choice" onClick={() => take(each.id)}>
                <span>{each.name ?? each.id}</span>
                <span className="choice-role">{each.role}</span>
              </Button>
            ))}
          </Card>
        ))}
      </div>
    </section>
  );
}

function byTeam(choices: Choice[], sought: string): [string, Choice[]][] {
  const wanted = sought.trim().toLowerCase();
  const fits = (each: Choice) =>
    !wanted || [each.id, each.name, each.team, each.teamName, each.role].some((part) => part?.toLowerCase().includes(wanted));
  const teams = new Map<string, Choice[]>();
  for (const each of choices.filter(fits)) teams.set(each.team, [...(teams.get(each.team) ?? []), each]);
  const order = (team: string) => {
    const place = SHOWN_FIRST.indexOf(team);
    return place < 0 ? SHOWN_FIRST.length : place;
  };
  return [...teams].sort(([one], [other]) => order(one) - order(other));
}
