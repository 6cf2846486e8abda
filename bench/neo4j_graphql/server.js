// Serves @neo4j/graphql on graphql-yoga, on loopback, for the bench: PORT, NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

const { PORT, NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE = 'neo4j' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
await driver.verifyConnectivity();

const typeDefs = readFileSync(new URL('types.graphql', import.meta.url), 'utf8');
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({
  schema,
  context: { sessionConfig: { database: NEO4J_DATABASE } },
  graphiql: false,
  landingPage: false,
  logging: 'error',
  maskedErrors: false,
});

const server = createServer(yoga);
server.listen(Number(PORT), '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    server.closeAllConnections();
    server.close();
    await driver.close();
    process.exit(0);
  });
}
// The bench holds the other end of standard input: when the bench dies, so does this.
process.stdin.resume();
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
