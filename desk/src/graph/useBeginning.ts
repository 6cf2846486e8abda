import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { GraphNode } from './model';

const MOST = 40; // things that an address begins with

/** Fetches the things that the address names. What the viewer may not see is counted as missing, like what is not there. */
export function useBeginning(begin: (nodes: GraphNode[]) => void, thing: (id: string) => Promise<GraphNode | null>) {
  const [address] = useSearchParams();
  const of = address.get('of') ?? '';
  const [state, setState] = useState({ beginning: of !== '', missing: 0 });
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => {
    const ids = of.split(',').filter(Boolean).slice(0, MOST);
    if (ids.length === 0) return;
    let left = false;
    setState({ beginning: true, missing: 0 });
    void Promise.all(ids.map((id) => thing(id).catch(() => null))).then((found) => {
      if (left) return;
      const nodes = found.filter((each): each is GraphNode => each !== null);
      setState({ beginning: false, missing: ids.length - nodes.length });
      if (nodes.length) latest.current(nodes);
    });
    return () => {
      left = true;
    };
  }, [of, thing]);
  return state;
}
