import type pg from "pg";

interface Lookup {
  readonly query: pg.QueryConfig;
  readonly resolve: (answer: Promise<pg.QueryResult>) => void;
}

/** What a page asks for at once, and no more: else lookups of many people, once answered together, would queue behind one another for good. */
const togetherAtMost = 16;

const waiting = new WeakMap<pg.Pool, Lookup[]>();

/**
 * Sends lookups down one connection in one write: each is a statement of its own, answered in order, and one that fails fails
 * alone. A write to the socket and the waking of a database process cost more than a small lookup does.
 */
function sendTogether(client: pg.PoolClient, lookups: readonly Lookup[]) {
  const { stream } = client.connection;
  stream.cork();
  try {
    return lookups.map(({ query, resolve }) => {
      const answer = client.query(query);
      resolve(answer);
      return answer;
    });
  } finally {
    stream.uncork();
  }
}

async function send(pool: pg.Pool, lookups: readonly Lookup[]): Promise<void> {
  const [only, ...others] = lookups;
  if (only !== undefined && others.length === 0) return only.resolve(pool.query(only.query));
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    for (const { resolve } of lookups) resolve(Promise.reject(error));
    return;
  }
  // The lookups under way are told by their answers; unheard, the event would end the process.
  let broken = false;
  const onError = () => {
    broken = true;
  };
  client.on("error", onError);
  await Promise.allSettled(sendTogether(client, lookups));
  client.off("error", onError);
  client.release(broken);
}

/** Runs a lookup together with all others that are asked of the pool in this turn of the event loop. */
export function readTogether(pool: pg.Pool, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const { promise, resolve } = Promise.withResolvers<pg.QueryResult>();
  const lookups = waiting.get(pool) ?? [];
  lookups.push({ query, resolve });
  if (lookups.length === 1) {
    waiting.set(pool, lookups);
    process.nextTick(() => {
      waiting.delete(pool);
      for (let from = 0; from < lookups.length; from += togetherAtMost) void send(pool, lookups.slice(from, from + togetherAtMost));
    });
  }
  return promise;
}
