import { Alert, Button, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { CombinedError, useQuery } from 'urql';
import type { DeskAroundQuery, DeskAroundQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { byType } from '../entity/Around';
import text from '../entity/around.graphql?raw';
import { Asked, sayingOf } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { count } from '../text/format';
import type { GraphNode, Picture, Step } from './model';
import type { Found } from './useQuestions';

const AROUND = operation<DeskAroundQuery, DeskAroundQueryVariables>(text);
const HUB = 60; // neighbours from which on a tie stays closed until it is chosen by hand
const MOST = 500; // rows of one answer

interface Props {
  node: GraphNode;
  picture: Picture;
  step: (step: Step) => void;
  around: (id: string, types: readonly string[], first: number) => Promise<Found>;
}

/** What is around a thing, counted by tie; people choose before anything is drawn. */
export function Expanding({ node, picture, step, around }: Props) {
  const { t, tie, language } = useWords();
  const [state, again] = useQuery({ query: AROUND, variables: { id: node.id, first: 0 } });
  const [touched, setTouched] = useState<string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<CombinedError | null>(null);
  return (
    <Asked state={state} again={again} rows={4}>
      {({ expand: { counts } }) => {
        const types = byType(counts);
        if (types.size === 0) return <Nothing title={t('around.none')} />;
        const drawn = (type: string) => [...picture.edges.values()].filter((each) => each.type === type && (each.source === node.id || each.target === node.id)).length;
        const usual = [...types].filter(([type, number]) => number < HUB && drawn(type) < number).map(([type]) => type);
        const chosen = touched ?? usual;
        const total = chosen.reduce((sum, type) => sum + (types.get(type) ?? 0), 0);
        const draw = async () => {
          setBusy(true);
          setFault(null);
          try {
            const found = await around(node.id, chosen, Math.min(MOST, Math.max(50, total * 2)));
            step({ do: 'add', ...found, from: node.id });
            setTouched(null);
          } catch (error) {
            setFault(error as CombinedError);
          }
          setBusy(false);
        };
        return (
          <div className="expanding">
            <Checkbox.Group value={chosen} onChange={(wanted) => setTouched(wanted)} className="counts">
              {[...types].map(([type, number]) => (
                <Checkbox key={type} value={type}>
                  {tie(type)} <span className="numbers soft">{count(number, language)}</span>
                  {number >= HUB && <Tag>{t('graph.hub')}</Tag>}
                </Checkbox>
              ))}
            </Checkbox.Group>
            <Button type="primary" block loading={busy} disabled={chosen.length === 0} onClick={() => void draw()}>
              {chosen.length === 0 ? t('graph.chooseTies') : total > MOST ? t('graph.drawFirst', { count: MOST, total }) : t('graph.draw', { count: total })}
            </Button>
            {fault && <Alert type="error" showIcon title={t(sayingOf(fault))} />}
          </div>
        );
      }}
    </Asked>
  );
}
