import { createHash } from "node:crypto";
import Fastify from "fastify";
import pg from "pg";

// The other side of the comparison: what one would write by hand. Fastify and pg, the statements of our own procedures, a
// bearer token looked up in memory (ours keeps its sessions in memory, too). No schemas, no headers, no error codes.

const { DATABASE_URL, PLAIN_TOKEN, PLAIN_USER } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 });
pg.types.setTypeParser(20, Number);
const sessions = new Map([
  [
    createHash("sha256")
      .update(PLAIN_TOKEN ?? "")
      .digest("hex"),
    { userId: PLAIN_USER, rooms: [`user:${PLAIN_USER}`] },
  ],
]);
const app = Fastify({ logger: false });

function sessionOf(authorization: string | undefined) {
  const given = authorization?.slice("Bearer ".length) ?? "";
  return sessions.get(createHash("sha256").update(given).digest("hex"));
}

app.get("/notifications", async (request, reply) => {
  const session = sessionOf(request.headers.authorization);
  if (session === undefined) return reply.code(401).send({ error: "not signed in" });
  const limit = Number((request.query as { limit: string }).limit);
  const [page, unread] = await Promise.all([
    pool.query({
      name: "notifications_newest",
      text: "select id, user_id, kind, order_id, data, at, read_at from notifications where user_id = $1 order by id desc limit $2",
      values: [session.userId, limit + 1],
    }),
    pool.query({
      name: "notifications_unread",
      text: "select count(*) as count from notifications where user_id = $1 and read_at is null",
      values: [session.userId],
    }),
  ]);
  const items = page.rows.slice(0, limit).map((row) => ({
    id: row.id,
    kind: row.kind,
    data: row.data,
    orderId: row.order_id,
    at: new Date(row.at).toISOString(),
    read: row.read_at !== null,
  }));
  return { items, nextCursor: page.rows.length > limit ? items.at(-1)?.id : null, unread: unread.rows[0].count };
});

app.get("/feed", async (request, reply) => {
  const session = sessionOf(request.headers.authorization);
  if (session === undefined) return reply.code(401).send({ error: "not signed in" });
  const position = Number((request.query as { position: string }).position);
  const ends = await pool.query({
    name: "feed_ends",
    text: "select (select position from feed order by position limit 1) as first, position as last from relay",
  });
  const { first, last } = ends.rows[0];
  if (position < (first ?? last + 1) - 1 || position > last) return { hints: [], position: last, more: false, tooOld: true };
  const { rows } = await pool.query({
    name: "feed_since",
    text: `select position, at, rooms, kind, subject_id, version, data from feed
    where position > $1 and position <= $1 + $2 and rooms && $3::text[] order by position`,
    values: [position, 1_000, session.rooms],
  });
  const hints = rows.map((row) => ({ position: row.position, room: session.rooms[0], kind: row.kind, id: row.subject_id, version: row.version }));
  const end = Math.min(last, position + 1_000);
  return { hints, position: end, more: end < last, tooOld: false };
});

// As our own server's metrics tell it, in the same words.
app.get("/metrics", async () => {
  const { user, system } = process.cpuUsage();
  return `process_cpu_seconds_total ${(user + system) / 1e6}\n`;
});

await app.listen({ host: "127.0.0.1", port: 0 });
const address = app.server.address();
process.send?.({ kind: "listening", port: typeof address === "object" && address !== null ? address.port : 0 });
process.on("disconnect", () => process.exit());
process.on("SIGTERM", () => process.exit());
