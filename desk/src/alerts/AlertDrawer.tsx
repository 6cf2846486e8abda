import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Asked } from '../parts/Asked';
import { ChannelMark } from '../parts/ChannelMark';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { pathOf } from '../parts/kinds';
import { inOneTongue } from '../parts/tongue';
import { useWords } from '../text';
import { moment, money } from '../text/format';
import { AlertCheck } from './AlertCheck';
import { FiredRow } from './FiredRow';
import { ALERT, type FoundAlert, type Model } from './found';
import { ModelInWords } from './ModelInWords';

interface Props {
  id: string;
  models: ReadonlyMap<string, Model>;
  close: () => void;
  checked: () => void;
}

/** An alert beside the table: what it says, the rows that fired, the model in words with what explains it innocently, and the check. */
export function AlertDrawer({ id, models, close, checked }: Props) {
  const { t } = useWords();
  const [state, again] = useQuery({ query: ALERT, variables: { id } });
  const done = () => {
    again({ requestPolicy: 'network-only' });
    checked();
  };
  return (
    <aside
      className="alert-drawer"
      aria-label={t('alerts.opened')}
      data-opened
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <Button className="alert-close" type="text" onClick={close}>
        {t('alerts.close')}
      </Button>
      <Asked state={state} again={again} rows={10}>
        {({ alert }) =>
          alert ? <Shown alert={alert} models={models} done={done} /> : <Nothing title={t('matter.none')}>{t('matter.noneMend')}</Nothing>
        }
      </Asked>
    </aside>
  );
}

function Shown({ alert, models, done }: { alert: FoundAlert; models: ReadonlyMap<string, Model>; done: () => void }) {
  const { t, value, language } = useWords();
  const model = alert.model ? models.get(alert.model) : undefined;
  const fired = alert.firedOnConnection;
  return (
    <>
      <h2 className="alert-title">
        <Link to={pathOf('Alert', alert.id)}>{inOneTongue(model?.title ?? alert.caption, language)}</Link>
      </h2>
      <div className="bar small">
        <span className="soft numbers">{alert.number}</span>
        <ChannelMark channel={alert.channel} />
        <Tag>{value('AlertState', alert.state)}</Tag>
        {alert.review && <Tag color="orange">{value('AlertReview', alert.review)}</Tag>}
        <span className="soft numbers">{moment(alert.raisedAt, language)}</span>
        {alert.amountFen !== null && <strong className="numbers">{money(alert.amountFen, language)}</strong>}
      </div>
      <p className="plain-text">{alert.text}</p>
      <div className="bar">
        {alert.names.map(({ id, role, entity }) => (
          <span key={id}>
            <NodeLink typename={entity.__typename} id={entity.id} caption={entity.caption} />{' '}
            <span className="soft small">{value('Role', role)}</span>
          </span>
        ))}
      </div>
      <AlertCheck alert={alert} done={done} />
      <h3>
        {t('alerts.fired')} <span className="panel-count">{fired.totalCount}</span>
      </h3>
      {fired.nodes.map((each, index) => (
        <FiredRow key={each.id} fired={each} open={index < 2} />
      ))}
      {fired.totalCount > fired.nodes.length && <p className="soft small">{t('pack.further', { count: fired.totalCount - fired.nodes.length })}</p>}
      {model && <ModelInWords model={model} ran={alert.parameters} />}
    </>
  );
}
