import { useDocExplorer, useDocExplorerActions } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect, useRef } from 'react';

// Chinese punctuation looks like Latin to the editor, which would draw a box around each sign of it.
const MANNERS = {
  wordWrap: 'on',
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
} as const;

/** Wraps long lines and leaves Chinese signs unmarked, in every editor of the page, those of later tabs too. */
function EditorManners() {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    if (!monaco) return;
    monaco.editor.getEditors().forEach((editor) => editor.updateOptions(MANNERS));
    const listening = monaco.editor.onDidCreateEditor((editor) => editor.updateOptions(MANNERS));
    return () => listening.dispose();
  }, [monaco]);
  return null;
}

/** Opens the schema's explorer on what there is in the graph, all kinds of it, once the schema is known. */
function ExplorerOnKinds() {
  const schema = useGraphiQL((state) => state.schema);
  const shown = useDocExplorer();
  const { push } = useDocExplorerActions();
  const begun = useRef(false);
  useEffect(() => {
    const node = schema?.getType('Node');
    if (begun.current || !node || shown.length > 1) return;
    begun.current = true;
    push({ name: node.name, def: node });
  }, [schema, shown, push]);
  return null;
}

/** What the page does otherwise than GraphiQL does by itself. */
export const Manners = () => (
  <>
    <EditorManners />
    <ExplorerOnKinds />
  </>
);
