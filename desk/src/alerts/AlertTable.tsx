import { Button, Tag } from 'antd';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { RowTable } from '../lists/RowTable';
import { inOneTongue } from '../parts/tongue';
import { useWords } from '../text';
import { day, money } from '../text/format';
import type { Model, Row } from './found';

const COLOURS: Record<string, string> = { HIGH: 'red', MEDIUM: 'orange', LOW: 'default' };

interface Props {
  rows: readonly Row[];
  models: ReadonlyMap<string, Model>;
  opened: string | null;
  open: (id: string) => void;
}

/** Alerts as a table; a row opens beside it. */
export function AlertTable({ rows, models, opened, open }: Props) {
  const { t, value, language } = useWords();
  return (
    <RowTable<Row>
      rows={rows}
      paged={false}
      rowKey={(row) => row.id}
      open={(row) => open(row.id)}
      opened={(row) => row.id === opened}
      empty={<Nothing title={t('alerts.none')}>{t('alerts.noneMend')}</Nothing>}
      columns={[
        {
          title: t('column.matter'),
          key: 'alert',
          render: (_, row) => (
            <>
              <Button type="link" className="in-text" onClick={() => open(row.id)}>
                {inOneTongue((row.model && models.get(row.model)?.title) ?? row.caption, language)}
              </Button>
              <div className="soft small numbers">
                {row.number} {value('Problem', row.problem)}
              </div>
              {row.text && <div className="small alert-said">{row.text}</div>}
            </>
          ),
        },
        {
          title: t('alerts.about'),
          key: 'about',
          width: '26%',
          render: (_, row) => (
            <span className="stacked">
              {row.subjects.map(({ id, entity }) => (
                <NodeLink key={id} typename={entity.__typename} id={entity.id} caption={entity.caption} />
              ))}
            </span>
          ),
        },
        {
          title: t('alerts.severity'),
          key: 'severity',
          width: 100,
          render: (_, row) => (
            <span className="tags">
              {row.severity && <Tag color={COLOURS[row.severity]}>{value('Severity', row.severity)}</Tag>}
              {row.review && <Tag color="orange">{value('AlertReview', row.review)}</Tag>}
            </span>
          ),
        },
        { title: t('pack.amount'), key: 'amount', width: 120, align: 'right', className: 'numbers', render: (_, row) => money(row.amountFen, language) },
        { title: t('alerts.raised'), key: 'raised', width: 132, className: 'numbers', render: (_, row) => day(row.raisedAt, language) },
      ]}
    />
  );
}
