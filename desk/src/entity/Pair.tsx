import { App, Tag } from 'antd';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { DeskJudgeIdentityMutation, DeskJudgeIdentityMutationVariables, IdentityVerdict } from '#asked';
import { operation } from '../app/operation';
import { KeyButton } from '../lists/KeyButton';
import { NodeLink } from '../parts/NodeLink';
import { ReasonForm } from '../parts/ReasonForm';
import { refusalOf } from '../parts/refusal';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { day, moment, percent } from '../text/format';
import type { FoundPair } from './Identity';
import text from './judge_identity.graphql?raw';
import './pair.css';

const JUDGE = operation<DeskJudgeIdentityMutation, DeskJudgeIdentityMutationVariables>(text);
const VERDICTS: readonly IdentityVerdict[] = ['SAME', 'DIFFERENT', 'UNSURE'];

type Side = FoundPair['one'];

/** Two records field by field, the odds of a namesake, and a judgement; saying that merged ones differ takes them apart. */
export function Pair({ pair, judged }: { pair: FoundPair; judged: () => void }) {
  const { t, value, field, source, language } = useWords();
  const staff = useStaff();
  const rows = valuesOf(pair.one).map(([key, one]) => [key, one, new Map(valuesOf(pair.other)).get(key) ?? ''] as const);
  const shown = (key: string, told: string) =>
    key.endsWith('On') ? day(told, language) : key === 'sex' ? value('Sex', told) : told;
  return (
    <section className="pair" aria-label={t('identity.pair')} data-row tabIndex={-1}>
      <div className="bar">
        <Tag color={pair.merged ? 'green' : 'default'}>{pair.merged ? t('identity.merged') : value('IdentityState', pair.state)}</Tag>
        <span className="numbers">{percent(pair.score, language)}</span>
        <span className="soft small">{t('identity.namesakes', { count: pair.namesakes })}</span>
        {pair.guard && <span className="small guard">{language === 'zh' ? pair.guardZh : pair.guard}</span>}
      </div>
      <table className="sides">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('identity.field')}</span>
            </th>
            {[pair.one, pair.other].map((side) => (
              <th key={side.id} scope="col">
                <NodeLink typename={side.__typename} id={side.id} caption={side.caption} />
                <div className="soft small">
                  {[source(side.provenance.source ?? ''), side.provenance.sourceKey].filter(Boolean).join(' · ')}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(([, one, other]) => one || other)
            .map(([key, one, other]) => (
              <tr key={key} className={mannerOf(pair, key, one, other)}>
                <th scope="row">{field(pair.one.__typename, key === 'unitName' ? 'name' : key)}</th>
                <td>{shown(key, one)}</td>
                <td>{shown(key, other)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <ul className="weights small">
        {pair.fields.map((each) => (
          <li key={each.field} className={each.bits > 0 ? 'agrees' : each.bits < 0 ? 'conflicts' : ''}>
            <span>{language === 'zh' ? each.foundZh : each.found}</span>
            <span className="numbers">{t('identity.bits', { bits: `${each.bits > 0 ? '+' : ''}${each.bits.toFixed(1)}` })}</span>
          </li>
        ))}
      </ul>
      <JudgePair pair={pair} judged={judged} />
      {pair.judgements.length > 0 && (
        <ul className="plain-list small">
          {pair.judgements.map((each) => (
            <li key={each.at} className={each.retiredAt ? 'soft' : ''}>
              <Tag>{value('IdentityState', each.verdict)}</Tag> {each.why}{' '}
              <span className="soft numbers">
                {staff.officer(each.by)} · {moment(each.at, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function JudgePair({ pair, judged }: { pair: FoundPair; judged: () => void }) {
  const words = useWords();
  const { t, value } = words;
  const { message } = App.useApp();
  const [verdict, setVerdict] = useState<IdentityVerdict | null>(null);
  const [, judge] = useMutation(JUDGE);
  const offered = pair.merged ? VERDICTS.filter((each) => each !== 'SAME') : VERDICTS;
  const send = async (said: IdentityVerdict, reason: string) => {
    const answer = await judge({ one: pair.one.id, other: pair.other.id, verdict: said, reason });
    const refused = refusalOf(answer.data?.judgeIdentity, answer.error, 'IdentityCandidate', words);
    if (refused) return refused;
    void message.success(t('judge.kept', { verdict: value('IdentityVerdict', said), count: 1 }));
    setVerdict(null);
    judged();
    return null;
  };
  return (
    <>
      <div className="bar" role="group" aria-label={t('identity.judge')}>
        {offered.map((each, index) => (
          <KeyButton key={each} digit={index + 1} type={verdict === each ? 'primary' : 'default'} onClick={() => setVerdict(each)}>
            {pair.merged && each === 'DIFFERENT' ? t('identity.unmerge') : t(`identity.${each}`)}
          </KeyButton>
        ))}
      </div>
      {verdict && (
        <ReasonForm
          asks={t('judge.reason')}
          sends={t('identity.send')}
          refusedAs={t('judge.refused')}
          send={(reason) => send(verdict, reason)}
          cancel={() => setVerdict(null)}
        />
      )}
    </>
  );
}

// What was compared, by the fields whose values stand side by side: a masked name that fits agrees, though the two are not written alike.
const COMPARED: Record<string, readonly string[]> = {
  name: ['name', 'masked'],
  unitName: ['unit name'],
  formerName: ['name', 'unit name'],
  idMask: ['number'],
  bornOn: ['born'],
  sex: ['sex'],
};

function mannerOf(pair: FoundPair, key: string, one: string, other: string): string {
  if (!one || !other) return '';
  if (one === other) return 'agrees';
  const bits = pair.fields.filter(({ field }) => COMPARED[key]?.includes(field)).reduce((sum, each) => sum + each.bits, 0);
  return bits > 0 ? 'agrees' : 'conflicts';
}

const SIDES = ['name', 'unitName', 'formerName', 'idMask', 'sex', 'bornOn', 'uscc'];

function valuesOf(side: Side): [string, string][] {
  const told = side as unknown as Record<string, string | null>;
  return SIDES.filter((key) => key in told).map((key) => [key, told[key] ?? '']);
}
