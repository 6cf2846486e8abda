import { NodeLink } from '../parts/NodeLink';
import { Panel } from '../parts/Panel';
import { useWords } from '../text';
import type { PersonTies, UnitTies } from './found';

interface Row {
  id: string;
  end: { __typename: string; id: string; caption: string };
  what: string;
}

/** Kin and firms of a person, owners and overseers of a unit. */
export function Relations({ node }: { node: PersonTies | UnitTies }) {
  const { t, value } = useWords();
  const ratio = (each: { ratio: number | null }) => (each.ratio === null ? '' : `${each.ratio} %`);
  const groups: [string, Row[]][] =
    node.__typename === 'Person'
      ? [
          [
            t('relations.kin'),
            node.kin.map((each) => ({
              id: each.id,
              end: each.relative.id === node.id ? each.person : each.relative,
              what: value('KinRelation', each.relation) || (each.word ?? ''),
            })),
          ],
          [t('relations.shares'), node.shares.map((each) => ({ id: each.id, end: each.firm, what: ratio(each) }))],
          [
            t('relations.firmOffices'),
            node.firmOffices.map((each) => ({ id: each.id, end: each.firm, what: value('FirmRole', each.firmRole) })),
          ],
        ]
      : [
          [t('relations.superiors'), node.superiors.map((each) => ({ id: each.id, end: each.superior, what: '' }))],
          [t('relations.shareholders'), node.shareholders.map((each) => ({ id: each.id, end: each.holder, what: ratio(each) }))],
          [
            t('relations.firmOfficers'),
            node.firmOfficers.map((each) => ({ id: each.id, end: each.person, what: value('FirmRole', each.firmRole) })),
          ],
          [t('relations.overseenBy'), node.overseenBy.map((each) => ({ id: each.id, end: each.team, what: '' }))],
        ];
  const told = groups.filter(([, rows]) => rows.length > 0);
  if (told.length === 0) return null;
  return (
    <Panel title={t('relations.title')} flush>
      {told.map(([title, rows]) => (
        <section key={title} className="relation">
          <h3>
            {title} <span className="panel-count">{rows.length}</span>
          </h3>
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.id}>
                <NodeLink typename={row.end.__typename} id={row.end.id} caption={row.end.caption} />
                <span className="rows-end">{row.what}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
