import type { Hint, SinceInput, SinceOutput } from "@lingong/contracts";
import { type FeedRow, feed, orders } from "@lingong/db";
import type { SignedIn } from "../accounts/session-cache.ts";
import type { Services } from "../kernel/context.ts";
import type { Signed } from "../kernel/signed.ts";

/** The rooms a session is in by itself: its person's, a worker's city, the admins'. */
export function roomsOf(session: SignedIn): string[] {
  const rooms = [`user:${session.userId}`];
  if (session.app === "worker" && session.isWorker) rooms.push(`city:${session.cityId}`);
  if (session.app === "admin" && session.adminRoles.length > 0) rooms.push("admins");
  return rooms;
}

/** Whether a session may hear of an order: its customer, its worker (or a former one), an admin. */
export async function mayWatch(services: Services, session: SignedIn, orderId: string): Promise<boolean> {
  const order = (await orders.findById(services.db, orderId))?.order;
  if (order === undefined) return false;
  if (session.app === "admin") return session.adminRoles.length > 0;
  if (session.app === "customer") return order.customerId === session.userId;
  return order.assignment?.workerId === session.userId || order.formerAssignments.some(({ workerId }) => workerId === session.userId);
}

function hintOf({ position, rooms, kind, subjectId, version }: FeedRow, mine: ReadonlySet<string>): Hint {
  return { position, room: rooms.find((room) => mine.has(room)) ?? "", kind, id: subjectId, version };
}

const span = 1_000;

/** What this client has missed since its last position, in its own rooms and of the orders it may watch. */
export async function readFeedSince({ services, session }: Signed, input: SinceInput): Promise<SinceOutput> {
  const allowed = await Promise.all((input.orderIds ?? []).map(async (id) => ((await mayWatch(services, session, id)) ? `order:${id}` : null)));
  const rooms = [...roomsOf(session), ...allowed.filter((room) => room !== null)];
  const page = await feed.listSince(services.db, { position: input.position, rooms, span: input.limit ?? span });
  const mine = new Set(rooms);
  return { hints: page.rows.map((row) => hintOf(row, mine)), position: page.position, more: page.more, tooOld: page.tooOld };
}
