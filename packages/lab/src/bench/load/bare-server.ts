import { createServer } from "node:http";
import pg from "pg";
import { Server } from "socket.io";

// The other side of the comparison: the least anybody could do. One durable insert and one emit; no payment, no money, no outbox,
// no choice of a worker, no record of it. The same libraries and the same PostgreSQL.

const { DATABASE_URL } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 });
await pool.query("create schema if not exists bare");
await pool.query(
  "create table if not exists bare.orders (id uuid primary key, worker integer not null, terms jsonb not null, at timestamptz not null)",
);

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on("connection", (socket) => socket.join(`worker:${socket.handshake.auth.worker}`));

http.on("request", async (request, response) => {
  if (request.url?.startsWith("/orders") !== true) return;
  try {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { orderId, worker, terms } = JSON.parse(body);
    await pool.query({ name: "insert", text: "insert into bare.orders values ($1, $2, $3, now())", values: [orderId, worker, terms] });
    io.to(`worker:${worker}`).emit("offer", { orderId });
    response.end("{}");
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});

http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  process.send?.({ kind: "listening", port: typeof address === "object" && address !== null ? address.port : 0 });
});
process.on("disconnect", () => process.exit());
process.on("SIGTERM", () => process.exit());
