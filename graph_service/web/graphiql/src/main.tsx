import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examplesPlugin, readExamples, variablesText } from './examples';
import { Manners } from './manners';
import { Session, watchedFetch } from './session';
import { tabStorage } from './storage';
import { takeTokenFromAddress, withToken } from './token';

takeTokenFromAddress();
const examples = await readExamples().catch(() => []);
const plugin = examplesPlugin(examples);
const first = examples.at(0);

const over = createGraphiQLFetcher({
  url: '/graphql',
  fetch: watchedFetch,
  // The toolkit sends the headers of a subscription in connection_init, where the service looks for the token.
  subscriptionUrl: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
});
const fetcher: Fetcher = (params, options) => over(params, { ...options, headers: withToken(options?.headers) });

createRoot(document.getElementById('root')!).render(
  <GraphiQL
    fetcher={fetcher}
    storage={tabStorage}
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
    referencePlugin={DOC_EXPLORER_PLUGIN}
    plugins={[plugin, HISTORY_PLUGIN]}
    visiblePlugin={plugin}
    // GraphiQL cannot start from an empty list of tabs.
    defaultTabs={first && [{ query: first.query, variables: variablesText(first) }]}
    defaultQuery={'# Ask the graph 查询图谱: Ctrl-Space lists what may stand here, Ctrl-Enter runs it.\n'}
  >
    <GraphiQL.Logo>
      <span className="brand">leadlink 线索图谱</span>
      <Session />
      <Manners />
    </GraphiQL.Logo>
  </GraphiQL>,
);
