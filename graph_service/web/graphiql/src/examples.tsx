import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';

export interface Example {
  name: string;
  title: string;
  audience: string;
  query: string;
  variables: Record<string, unknown> | null;
}

export const readExamples = async (): Promise<Example[]> => {
  const answer = await fetch('/graphiql/examples.json');
  return answer.ok ? answer.json() : [];
};

export const variablesText = (example: Example): string =>
  example.variables ? JSON.stringify(example.variables, null, 2) : '';

function ExampleButton({ example }: { example: Example }) {
  const { addTab, updateActiveTabValues } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const open = () => {
    addTab();
    const variables = variablesText(example);
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(variables);
    updateActiveTabValues({ query: example.query, variables });
  };
  return (
    <button type="button" className="example" data-example={example.name} onClick={open}>
      {example.title}
    </button>
  );
}

const Icon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d="M6 3h9l4 4v14H6zM9 11h6M9 15h6" />
  </svg>
);

/** Makes the pane that lists the example operations, grouped by the user they are for. */
export function examplesPlugin(examples: Example[]): GraphiQLPlugin {
  const audiences = [...new Set(examples.map((example) => example.audience))];
  const content = () => (
    <section aria-label="Examples" className="examples">
      <h2>Examples 示例</h2>
      {examples.length === 0 && <p>No example operations are installed. 未安装示例。</p>}
      {audiences.map((audience) => (
        <div key={audience}>
          <h3>{audience}</h3>
          {examples
            .filter((example) => example.audience === audience)
            .map((example) => (
              <ExampleButton key={example.name} example={example} />
            ))}
        </div>
      ))}
    </section>
  );
  return { title: 'Examples', icon: Icon, content };
}
