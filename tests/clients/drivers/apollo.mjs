import { gql } from '@apollo/client';
import { buildSchema } from 'graphql';
import { apollo } from '../apollo.mjs';
import { all, job, sent, tell } from './job.mjs';

const client = apollo(job.url, job.token, buildSchema(job.sdl));
const asked = ({ query, variables }) => ({ query: gql(query), variables: variables ?? {} });
const found = await all(
  async (example) => (await client.query(asked(example))).data,
  (example) => client.readQuery(asked(example)),
);

const people = client.watchQuery(asked({ query: job.people, variables: { first: 2 } }));
const page = await new Promise((resolve, reject) => {
  people.subscribe({ next: ({ data, loading }) => !loading && resolve(data), error: reject });
});
await people.fetchMore({ variables: { after: page.people.pageInfo.endCursor } });
found.pages = client.readQuery(asked({ query: job.people, variables: { first: 2 } })).people.edges;

const id = job.person;
found.node = (await client.query(asked({ query: job.node, variables: { id } }))).data.node;
const before = sent.length;
const fragment = gql(`fragment Card on Person { ${job.card} }`);
found.card = client.readFragment({ id: client.cache.identify({ __typename: 'Person', id }), fragment });
found.unsent = sent.length - before;

found.heard = await new Promise((next, error) => {
  client.subscribe(asked({ query: job.notices })).subscribe({ next: ({ data }) => next(data), error });
});
tell(found);
