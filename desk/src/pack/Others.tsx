import { Tag, type TableColumnsType } from 'antd';
import { dayOf } from '../entity/dayOf';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { pathOf } from '../parts/kinds';
import { RowTable } from '../lists/RowTable';
import { useWords, type Words } from '../text';
import { day, money } from '../text/format';
import type { FoundPack } from './found';
import { NumberLinks } from './NumberLinks';

type Matter = FoundPack['clues'][number] | FoundPack['alerts'][number];
type Transfer = FoundPack['transfers'][number];
type Joined = FoundPack['connected'][number];

/** Clues or alerts on the units, as far as the officer's role sees them. */
export function Matters({ rows, several }: { rows: readonly Matter[]; several: boolean }) {
  const words = useWords();
  return (
    <RowTable<Matter>
      rows={rows}
      rowKey={(row) => `${row.matter.id} ${row.unit.id}`}
      path={(row) => pathOf(row.matter.__typename, row.matter.id)}
      empty={<NoneOfThese />}
      columns={matterColumns(words, several)}
    />
  );
}

/** What was handed over, since when it waits, and whether it lacks an echo. */
export function Transfers({ rows }: { rows: readonly Transfer[] }) {
  const { t, language } = useWords();
  return (
    <RowTable<Transfer>
      rows={rows}
      rowKey={(row) => row.clue.id}
      path={(row) => pathOf('Clue', row.clue.id)}
      empty={<NoneOfThese />}
      columns={[
        {
          title: t('column.matter'),
          key: 'matter',
          render: (_, { clue }) => (
            <>
              <NodeLink typename="Clue" id={clue.id} caption={clue.caption} />
              <div className="soft small numbers under-link">{clue.number}</div>
            </>
          ),
        },
        { title: t('pack.handedOver'), key: 'of', width: 220, render: (_, row) => <NumberLinks matters={row.handedOver} /> },
        {
          title: t('column.received'),
          key: 'received',
          width: 138,
          className: 'numbers',
          sorter: (one, other) => (one.clue.receivedOn ?? '').localeCompare(other.clue.receivedOn ?? ''),
          render: (_, { clue }) => day(clue.receivedOn, language),
        },
        {
          title: t('pack.waitingSince'),
          key: 'waiting',
          width: 138,
          className: 'numbers',
          sorter: (one, other) => (one.waitingSince ?? '').localeCompare(other.waitingSince ?? ''),
          render: (_, row) => day(row.waitingSince, language),
        },
        {
          title: t('pack.echo'),
          key: 'echo',
          width: 190,
          render: (_, row) => (
            <>
              {row.lacksEcho && <Tag color="red">{t('pack.noEcho')}</Tag>}
              {row.alert && <NumberLinks matters={[{ __typename: 'Alert', id: row.alert.id, number: row.alert.number, caption: '' }]} />}
            </>
          ),
        },
      ]}
    />
  );
}

/** Matters outside the pack that links join with it, each with why. */
export function Connections({ rows }: { rows: readonly Joined[] }) {
  const { t, value, language } = useWords();
  return (
    <RowTable<Joined>
      rows={rows}
      rowKey={(row) => row.matter.id}
      path={(row) => pathOf(row.matter.__typename, row.matter.id)}
      empty={<NoneOfThese />}
      columns={[
        {
          title: t('column.matter'),
          key: 'matter',
          width: '36%',
          render: (_, { matter }) => (
            <>
              <NodeLink typename={matter.__typename} id={matter.id} caption={matter.caption} />
              <div className="bar small under-link">
                <span className="soft numbers">{matter.number}</span>
                <ChannelMark channel={matter.channel} />
              </div>
            </>
          ),
        },
        {
          title: t('pack.joins'),
          key: 'joins',
          render: (_, { joins }) => (
            <ul className="plain-list">
              {joins.map((each) => (
                <li key={`${each.matter.id} ${each.rule}`}>
                  <NumberLinks matters={[each.matter]} /> {language === 'zh' ? each.sentenceZh : each.sentence} <Tag>{value('LinkState', each.state)}</Tag>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function matterColumns({ t, value, language }: Words, several: boolean): TableColumnsType<Matter> {
  const dated = (row: Matter) => dayOf(row.matter) ?? '';
  return [
    {
      title: t('column.matter'),
      key: 'matter',
      render: (_, { matter, unit }) => (
        <>
          <NodeLink typename={matter.__typename} id={matter.id} caption={matter.caption} />
          <div className="soft small numbers under-link">
            {matter.number} {several && unit.caption}
          </div>
        </>
      ),
    },
    { title: t('column.problem'), key: 'problem', width: 170, render: (_, { matter }) => value('Problem', matter.problem) },
    { title: t('column.channel'), key: 'channel', width: 160, render: (_, { matter }) => <ChannelMark channel={matter.channel} /> },
    {
      title: t('column.day'),
      key: 'day',
      width: 132,
      className: 'numbers',
      sorter: (one, other) => dated(one).localeCompare(dated(other)),
      render: (_, row) => day(dated(row), language),
    },
    {
      title: t('pack.amount'),
      key: 'amount',
      width: 125,
      align: 'right',
      className: 'numbers',
      sorter: (one, other) => Number(one.matter.amountFen ?? 0) - Number(other.matter.amountFen ?? 0),
      render: (_, { matter }) => money(matter.amountFen, language),
    },
    {
      title: t('column.stage'),
      key: 'state',
      width: 150,
      render: (_, { matter }) => (
        <Tag>{matter.__typename === 'Clue' ? value('ClueStage', matter.stage) : value('AlertState', matter.alertState)}</Tag>
      ),
    },
  ];
}

function NoneOfThese() {
  const { t } = useWords();
  return <Nothing title={t('pack.noneOfThese')}>{t('pack.noneOfTheseMend')}</Nothing>;
}
