import { App, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { DeskDropViewMutation, DeskDropViewMutationVariables, DeskSavedViewsQuery, DeskSavedViewsQueryVariables, ViewPictureInput } from '#asked';
import { operation } from '../../app/operation';
import { MoreButton } from '../../lists/MoreButton';
import { Asked } from '../../parts/Asked';
import { Nothing } from '../../parts/Nothing';
import { useStaff } from '../../parts/useStaff';
import { useAct } from '../../parts/useAct';
import { useWords } from '../../text';
import { moment } from '../../text/format';
import dropText from './drop.graphql?raw';
import listText from './list.graphql?raw';
import { SaveView } from './SaveView';
import type { SavedState } from './useSaved';

const LIST = operation<DeskSavedViewsQuery, DeskSavedViewsQueryVariables>(listText);
const DROP = operation<DeskDropViewMutation, DeskDropViewMutationVariables>(dropText);

interface Props {
  saved: SavedState;
  picture: () => ViewPictureInput;
  empty: boolean;
}

type Row = DeskSavedViewsQuery['savedViews']['nodes'][number];

/** Saved views: the picture is saved here, and others are opened, cited and dropped. */
export function ViewsPanel({ saved, picture, empty }: Props) {
  const { t } = useWords();
  const [first, setFirst] = useState(20);
  const [state, again] = useQuery({ query: LIST, variables: { first } });
  const anew = () => again({ requestPolicy: 'network-only' });
  return (
    <div className="stack">
      <SaveView saved={saved} picture={picture} empty={empty} done={anew} />
      <Asked state={state} again={anew} rows={3}>
        {({ savedViews }) =>
          savedViews.nodes.length === 0 ? (
            <Nothing title={t('views.none')}>{t('views.noneMend')}</Nothing>
          ) : (
            <>
              <ul className="rows tight views">
                {savedViews.nodes.map((row) => (
                  <ViewRow key={row.id} row={row} open={saved.view?.id === row.id} dropped={anew} forget={saved.forget} />
                ))}
              </ul>
              <MoreButton page={savedViews.pageInfo} shown={savedViews.nodes.length} more={setFirst} busy={state.fetching} />
            </>
          )
        }
      </Asked>
    </div>
  );
}

function ViewRow({ row, open, dropped, forget }: { row: Row; open: boolean; dropped: () => void; forget: () => void }) {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const staff = useStaff();
  const drop = useAct(DROP, 'SavedView');
  const path = `/graph?view=${encodeURIComponent(row.id)}`;
  const cite = async () => {
    await navigator.clipboard.writeText(location.origin + path);
    void message.success(t('views.cited'));
  };
  return (
    <li>
      <div className="view-row">
        <Link to={path} aria-current={open ? 'true' : undefined}>
          {row.title ?? t('views.untitled')}
        </Link>
        {open && <Tag>{t('views.open')}</Tag>}
        <p className="small soft">
          {t('views.told', { by: staff.officer(row.by), at: moment(row.changedAt, language) })}
          {row.sharedWith.length > 0 && ` ${t('views.sharedWith', { teams: row.sharedWith.map((code) => staff.team(code)).join(language === 'zh' ? '、' : ', ') })}`}
        </p>
        {row.remark && <p className="small">{row.remark}</p>}
        <div className="bar">
          <Button size="small" onClick={() => void cite()}>
            {t('views.cite')}
          </Button>
          {row.mayChange && (
            <Popconfirm
              title={t('views.dropAsk')}
              okText={t('views.drop')}
              cancelText={t('cancel')}
              onConfirm={async () => {
                const { refused } = await drop({ id: row.id });
                if (refused) void message.error(refused);
                else if (open) forget();
                dropped();
              }}
            >
              <Button size="small">{t('views.drop')}</Button>
            </Popconfirm>
          )}
        </div>
      </div>
    </li>
  );
}
