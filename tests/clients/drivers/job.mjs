// What a test asks of a client, on standard input; what the client sent and complained of goes back with the answers.
import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';

export const job = JSON.parse(readFileSync(0, 'utf8'));
export const sent = [];
const said = [];
globalThis.WebSocket ??= WebSocket; // Node has one of its own from 22 on
const send = globalThis.fetch;
globalThis.fetch = (url, options) => {
  sent.push(options?.method ?? 'GET');
  return send(url, options);
};
for (const level of ['warn', 'error']) console[level] = (...words) => said.push(words.join(' '));

/** Gives the answers back and ends, open sockets or not. */
export function tell(found) {
  process.stdout.write(JSON.stringify({ ...found, sent, said }), () => process.exit(0));
}

/** Asks each example, asks it again, and looks at all of them once more when the last one has come. */
export async function all(ask, kept) {
  const found = { first: {}, again: {}, kept: {}, repeated: 0 };
  for (const example of job.examples) found.first[example.name] = await ask(example);
  const before = sent.length;
  for (const example of job.examples) found.kept[example.name] = kept(example);
  for (const example of job.examples) found.again[example.name] = await ask(example);
  found.repeated = sent.length - before;
  return found;
}
