import { AutoComplete, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import type { DeskSuggestQuery, DeskSuggestQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { ChannelMark } from '../parts/ChannelMark';
import { KindMark } from '../parts/KindMark';
import { pathOf } from '../parts/kinds';
import { useWords } from '../text';
import { pastedValues } from '../lookup/pasted';
import text from './suggest.graphql?raw';
import './box.css';

const SUGGEST = operation<DeskSuggestQuery, DeskSuggestQueryVariables>(text);
const PAUSE = 220; // milliseconds without a key after which it is asked

/** The one search box: what is typed is suggested and found; a pasted list opens as a table. */
export function SearchBox() {
  const { t } = useWords();
  const navigate = useNavigate();
  const location = useLocation();
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const asked = useSettled(typed.trim(), PAUSE);
  const [{ data }] = useQuery({ query: SUGGEST, variables: { text: asked }, pause: asked.length < 1 || !open });
  const sought = (location.state as { text?: string } | null)?.text;

  useEffect(() => setTyped(location.pathname === '/search' ? (sought ?? '') : ''), [location.pathname, sought]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const writing = (event.target as HTMLElement).closest('input, textarea, [contenteditable]');
      const wanted = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !writing);
      if (!wanted) return;
      event.preventDefault();
      box.current?.focus({ cursor: 'all' });
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  useEffect(() => {
    // With no suggestion chosen antd names one that is not there, which says nothing to who listens.
    const input = box.current?.input;
    const named = input?.getAttribute('aria-activedescendant');
    if (named && !document.getElementById(named)) input?.removeAttribute('aria-activedescendant');
  });

  const find = () => {
    if (!typed.trim()) return;
    setOpen(false);
    box.current?.blur();
    void navigate('/search', { state: { text: typed.trim() } });
  };
  const hits = asked && data ? data.search.hits : [];
  return (
    <div className="search-box" role="search">
      <AutoComplete
        style={{ width: '100%' }}
        value={typed}
        open={open && hits.length > 0 && typed.trim() !== sought}
        onOpenChange={setOpen}
        defaultActiveFirstOption={false}
        popupMatchSelectWidth={520}
        options={hits.map(({ node }) => ({
          value: pathOf(node.__typename, node.id),
          label: (
            <span className="suggested">
              <KindMark typename={node.__typename} />
              <span className="suggested-name">{node.caption}</span>
              {'number' in node && <span className="soft small">{node.number}</span>}
              {'channel' in node && <ChannelMark channel={node.channel} />}
            </span>
          ),
        }))}
        onSelect={(path: string) => {
          setOpen(false);
          setTyped('');
          void navigate(path);
        }}
        onChange={(value: string) => {
          if (value.startsWith('/matter/') || value.startsWith('/entity/')) return;
          setTyped(value);
          setOpen(true);
        }}
      >
        <Input
          ref={box}
          allowClear
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          suffix={<kbd className="hint-key">/</kbd>}
          onPressEnter={find}
          onPaste={(event) => {
            const values = pastedValues(event.clipboardData.getData('text'));
            if (values.length < 2) return;
            event.preventDefault();
            void navigate('/lookup', { state: { values } });
          }}
        />
      </AutoComplete>
    </div>
  );
}

/** The value once it has not changed for so many milliseconds. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
