import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Hits } from '../hits/Hits';
import { Asked } from '../parts/Asked';
import { Facts } from '../parts/Facts';
import { isMatter } from '../parts/kinds';
import { KindMark } from '../parts/KindMark';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { Around } from './Around';
import { ENTITY, NAMED_IN, PERSON, UNIT, type FoundNode, type NamedIn, type PersonTies, type UnitTies } from './found';
import { Identity } from './Identity';
import { MattersOf } from './MattersOf';
import { Posts } from './Posts';
import { Relations } from './Relations';
import { TeamTies } from './TeamTies';
import './entity.css';

/** Who or what it is, where it stands in time, which matters name it, and whether its records are rightly one. */
export default function EntityPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  useTitle(t('entity.title'));
  const [state, again] = useQuery({ query: ENTITY, variables: { id } });
  return (
    <Asked state={state} again={again} rows={14}>
      {({ node }) => {
        if (!node) return <Nothing title={t('entity.none')}>{t('entity.noneMend')}</Nothing>;
        if (isMatter(node.__typename)) {
          return (
            <Nothing title={t('entity.isMatter')}>
              <Link to={`/matter/${encodeURIComponent(node.id)}`}>{node.caption}</Link>
            </Nothing>
          );
        }
        return <Shown node={node} />;
      }}
    </Asked>
  );
}

function Shown({ node }: { node: FoundNode }) {
  const { t } = useWords();
  const isPerson = node.__typename === 'Person';
  const isUnit = node.__typename === 'Unit';
  const variables = { id: node.id };
  const [ofPerson, readPerson] = useQuery({ query: PERSON, variables, pause: !isPerson });
  const [ofUnit, readUnit] = useQuery({ query: UNIT, variables, pause: !isUnit });
  const person = ofPerson.data?.node as PersonTies | null | undefined;
  const unit = ofUnit.data?.node as UnitTies | null | undefined;
  const [named, readNamed] = useQuery({ query: NAMED_IN, variables });
  const found = named.data?.node;
  const namedIn = found && 'namedIn' in found ? (found.namedIn as NamedIn) : null;
  const mayBeNamed = !named.data || namedIn !== null;
  return (
    <article className="matter">
      <header className="panel matter-head">
        <div className="bar">
          <KindMark typename={node.__typename} />
          {namedIn && <span className="soft">{t('entity.namedIn', { count: namedIn.length })}</span>}
          <span className="matter-to-graph bar">
            {isUnit && <Link to={`/unit/${encodeURIComponent(node.id)}/pack`}>{t('pack.openThis')}</Link>}
            <Link to={`/graph?of=${encodeURIComponent(node.id)}`}>{t('graph.openThis')}</Link>
          </span>
        </div>
        <h1>{node.caption}</h1>
      </header>
      <div className="matter-columns">
        <div className="stack">
          {isPerson && (
            <Panel title={t('entity.posts')} count={person?.posts.length || undefined}>
              <Asked state={ofPerson} again={readPerson} rows={4}>
                {() => <Posts posts={(person?.posts ?? []).map((each) => ({ ...each, end: each.unit }))} namedIn={namedIn ?? []} />}
              </Asked>
            </Panel>
          )}
          {mayBeNamed && (
            <Panel title={t('entity.matters')} count={namedIn?.length || undefined} flush>
              <Asked state={named} again={readNamed} rows={4}>
                {() => <MattersOf namedIn={namedIn ?? []} />}
              </Asked>
            </Panel>
          )}
          {isUnit && (
            <Panel title={t('entity.postHolders')} count={unit?.postHolders.length || undefined}>
              <Asked state={ofUnit} again={readUnit} rows={4}>
                {() => <Posts posts={(unit?.postHolders ?? []).map((each) => ({ ...each, end: each.person }))} namedIn={[]} />}
              </Asked>
            </Panel>
          )}
          {node.__typename === 'Team' && <TeamTies id={node.id} />}
          {(isPerson || isUnit) && <Identity about={node.id} />}
        </div>
        <div className="stack">
          <Panel title={t('matter.facts')}>
            <Facts kind={node.__typename} node={node} provenance={node.provenance} />
          </Panel>
          {person && <Relations node={person} />}
          {unit && <Relations node={unit} />}
          <Hits about={node.id} />
          <Around id={node.id} />
        </div>
      </div>
    </article>
  );
}
