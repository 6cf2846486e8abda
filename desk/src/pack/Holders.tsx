import { Tag } from 'antd';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { pathOf } from '../parts/kinds';
import { RowTable } from '../lists/RowTable';
import { useWords } from '../text';
import { term } from '../text/format';
import type { FoundPack } from './found';
import { NumberLinks } from './NumberLinks';

type Holder = FoundPack['holders'][number];

/** Who held the leading posts and when, with the problems of that term and what tells against them. */
export function Holders({ rows, several }: { rows: readonly Holder[]; several: boolean }) {
  const { t, language } = useWords();
  return (
    <RowTable<Holder>
      rows={rows}
      rowKey={(row) => `${row.person.id} ${row.unit.id} ${row.post} ${row.validFrom}`}
      path={(row) => pathOf('Person', row.person.id)}
      empty={<Nothing title={t('posts.none')}>{t('posts.noneMend')}</Nothing>}
      columns={[
        { title: t('column.name'), key: 'name', width: 160, render: (_, { person }) => <NodeLink typename="Person" id={person.id} caption={person.caption} /> },
        {
          title: t('pack.post'),
          key: 'post',
          render: (_, row) => (
            <>
              {row.post ?? t('posts.unnamed')} {row.isTopLeader && <Tag color="blue">{t('pack.topLeader')}</Tag>}
              {row.isThere && <Tag color="green">{t('pack.there')}</Tag>}
              {several && <div className="soft small">{row.unit.caption}</div>}
            </>
          ),
        },
        {
          title: t('pack.term'),
          key: 'term',
          width: 250,
          className: 'numbers',
          sorter: (one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''),
          render: (_, row) => term(row.validFrom, row.validTo, language),
        },
        {
          title: t('pack.inTerm'),
          key: 'in',
          width: 210,
          sorter: (one, other) => one.inTermCount - other.inTermCount,
          render: (_, row) => (
            <>
              {row.inTermCount > 0 && <strong className="numbers">{row.inTermCount} </strong>}
              <NumberLinks matters={row.inTerm} />
            </>
          ),
        },
        { title: t('pack.against'), key: 'against', width: 210, render: (_, row) => <NumberLinks matters={row.against} /> },
      ]}
    />
  );
}
