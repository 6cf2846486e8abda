import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { DeskEntityQuery, DeskEntityQueryVariables, DeskNamedInQuery, DeskNamedInQueryVariables } from '#asked';
import { operation } from '../app/operation';
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
import text from './entity.graphql?raw';
import { Identity } from './Identity';
import { MattersOf } from './MattersOf';
import namedText from './named.graphql?raw';
import { Posts } from './Posts';
import { Relations } from './Relations';
import './entity.css';

const ENTITY = operation<DeskEntityQuery, DeskEntityQueryVariables>(text);
const NAMED_IN = operation<DeskNamedInQuery, DeskNamedInQueryVariables>(namedText);

export type FoundNode = NonNullable<DeskEntityQuery['node']>;
export type FoundPerson = Extract<FoundNode, { __typename: 'Person' }>;
export type FoundUnit = Extract<FoundNode, { __typename: 'Unit' }>;
export type NamedIn = Extract<NonNullable<DeskNamedInQuery['node']>, { namedIn: unknown }>['namedIn'];

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
  const person = node.__typename === 'Person' ? (node as FoundPerson) : null;
  const unit = node.__typename === 'Unit' ? (node as FoundUnit) : null;
  const [named, readNamed] = useQuery({ query: NAMED_IN, variables: { id: node.id } });
  const found = named.data?.node;
  const namedIn = found && 'namedIn' in found ? (found.namedIn as NamedIn) : null;
  const mayBeNamed = !named.data || namedIn !== null;
  return (
    <article className="matter">
      <header className="panel matter-head">
        <div className="bar">
          <KindMark typename={node.__typename} />
          {namedIn && <span className="soft">{t('entity.namedIn', { count: namedIn.length })}</span>}
          <span className="matter-to-graph">
            <Link to={`/graph?of=${encodeURIComponent(node.id)}`}>{t('graph.openThis')}</Link>
          </span>
        </div>
        <h1>{node.caption}</h1>
      </header>
      <div className="matter-columns">
        <div className="stack">
          {person && (
            <Panel title={t('entity.posts')} count={person.posts.length || undefined}>
              <Posts posts={person.posts.map((each) => ({ ...each, end: each.unit }))} namedIn={namedIn ?? []} />
            </Panel>
          )}
          {mayBeNamed && (
            <Panel title={t('entity.matters')} count={namedIn?.length || undefined} flush>
              <Asked state={named} again={readNamed} rows={4}>
                {() => <MattersOf namedIn={namedIn ?? []} />}
              </Asked>
            </Panel>
          )}
          {unit && (
            <Panel title={t('entity.postHolders')} count={unit.postHolders.length || undefined}>
              <Posts posts={unit.postHolders.map((each) => ({ ...each, end: each.person }))} namedIn={[]} />
            </Panel>
          )}
          {(person || unit) && <Identity about={node.id} />}
        </div>
        <div className="stack">
          <Panel title={t('matter.facts')}>
            <Facts kind={node.__typename} node={node} provenance={node.provenance} />
          </Panel>
          {(person || unit) && <Relations node={person ?? (unit as FoundUnit)} />}
          <Hits about={node.id} />
          <Around id={node.id} />
        </div>
      </div>
    </article>
  );
}
