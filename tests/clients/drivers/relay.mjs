import relay from 'relay-runtime';
import { environment } from '../relay/environment.mjs';
import { all, job, sent, tell } from './job.mjs';

const { createOperationDescriptor, fetchQuery, getSelector, requestSubscription } = relay;
const made = async (name) => (await import(`../relay/src/__generated__/${name}.graphql.js`)).default;
const home = environment(job.url, job.token);
const operations = {};
for (const { name, operation } of job.examples) operations[name] = await made(`${operation}Query`);

const read = (operation, variables) => {
  const described = createOperationDescriptor(operation, variables);
  if (home.check(described).status !== 'available') return null;
  return home.lookup(described.fragment).data;
};
const found = await all(
  ({ name, variables }) => fetchQuery(home, operations[name], variables ?? {}, { fetchPolicy: 'store-or-network' }).toPromise(),
  ({ name, variables }) => read(operations[name], variables ?? {}),
);

// What usePaginationFragment does: the first page, then the next one by the query that @refetchable made.
const list = await made('PeopleListQuery');
const page = await made('PeopleList_page');
await fetchQuery(home, list, { first: 2 }).toPromise();
const edges = () => home.lookup(getSelector(page, read(list, { first: 2 }))).data.people;
const { endCursor } = edges().pageInfo;
await fetchQuery(home, await made('PeopleListPaginationQuery'), { first: 2, after: endCursor }).toPromise();
found.pages = edges().edges;
found.more = edges().pageInfo.hasNextPage;

// What useRefetchableFragment does: the same fragment of one node, asked by its id alone.
const id = job.person;
const refetch = await made('PersonCardRefetchQuery');
const { node } = await fetchQuery(home, refetch, { id }).toPromise();
found.card = home.lookup(getSelector(await made('PersonCard_person'), node)).data;
const before = sent.length;
await fetchQuery(home, refetch, { id }, { fetchPolicy: 'store-or-network' }).toPromise();
found.unsent = sent.length - before;

const subscription = await made('NoticesSubscription');
found.heard = await new Promise((onNext, onError) => {
  requestSubscription(home, { subscription, variables: {}, onNext, onError });
});
tell(found);
