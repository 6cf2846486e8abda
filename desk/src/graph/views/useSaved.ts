import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import type { DeskSavedViewQuery, DeskSavedViewQueryVariables } from '#asked';
import { operation } from '../../app/operation';
import type { Places } from '../canvas/useLayout';
import type { Step } from '../model';
import openText from './open.graphql?raw';
import { addressOf, pictureOf, type OpenedView } from './saved';

const OPEN = operation<DeskSavedViewQuery, DeskSavedViewQueryVariables>(openText);

export interface SavedState {
  /** The view that is open; nothing where the picture is of no view. */
  view: OpenedView | null;
  opening: boolean;
  /** That the address names a view which is not there, or not open to this officer. */
  gone: boolean;
  /** Takes over what was saved or changed without drawing it anew. */
  know: (id: string) => Promise<void>;
  forget: () => void;
}

/** Opens the view that the address names, as it was saved, as far as it may be seen today. */
export function useSaved(places: Places, step: (step: Step) => void): SavedState {
  const client = useClient();
  const [address, setAddress] = useSearchParams();
  const [view, setView] = useState<OpenedView | null>(null);
  const [state, setState] = useState({ opening: address.has('view'), gone: false });
  const known = useRef<string | null>(null);
  const latest = useRef(address);
  latest.current = address;
  const wanted = address.get('view');

  const fetchView = async (id: string) => {
    const { data } = await client.query(OPEN, { id }, { requestPolicy: 'network-only' });
    return data?.savedView ?? null;
  };

  useEffect(() => {
    if (!wanted || known.current === wanted) return;
    known.current = wanted;
    let [left, done] = [false, false];
    setState({ opening: true, gone: false });
    void fetchView(wanted).then((found) => {
      if (left) return;
      done = true;
      setState({ opening: false, gone: !found });
      setView(found);
      if (!found) return;
      step({ do: 'open', picture: pictureOf(found, places) });
      setAddress(addressOf(found, latest.current), { replace: true });
    });
    return () => {
      left = true;
      if (!done) known.current = null;
    };
  }, [wanted, client]);

  return {
    view: wanted ? view : null,
    ...state,
    know: async (id) => {
      known.current = id;
      const next = new URLSearchParams(latest.current);
      next.set('view', id);
      next.delete('of');
      setAddress(next, { replace: true });
      setView(await fetchView(id));
    },
    forget: () => {
      known.current = null;
      const next = new URLSearchParams(latest.current);
      next.delete('view');
      setView(null);
      setAddress(next, { replace: true });
    },
  };
}
