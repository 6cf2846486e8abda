import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { urql } from '../urql.mjs';
import { all, job, sent, tell } from './job.mjs';

const client = urql(job.url, job.token);
const dataOf = ({ data, error }) => {
  if (error) throw error;
  return data;
};
const found = await all(
  async ({ query, variables }) => dataOf(await client.query(query, variables ?? {}).toPromise()),
  ({ query, variables }) => dataOf(client.readQuery(query, variables ?? {})),
);
found.heard = await new Promise((resolve) => {
  client.subscription(job.notices, {}).subscribe((result) => resolve(dataOf(result)));
});

const posted = sent.length;
const headers = { Authorization: `Bearer ${job.token}` };
const unchanged = new Client({ url: job.url, fetchOptions: { headers }, exchanges: [cacheExchange, fetchExchange] });
const { error } = await unchanged.query('{ viewer { officerId } }', {}).toPromise();
found.unchanged = { sent: sent.splice(posted), status: error?.response?.status };
tell(found);
