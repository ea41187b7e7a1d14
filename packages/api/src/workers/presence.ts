import type { ReportPositionInput, SetOnlineInput, TodayView } from "@lingong/contracts";
import { type Database, leaveHints, workers } from "@lingong/db";
import { checkPosition, type Instant, type KnownPosition, MINUTE, type Position } from "@lingong/domain";
import type { SignedIn } from "../accounts/session-cache.ts";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { noteAtWork, signOfLifeEvery } from "./at-work.ts";
import { keepPosition } from "./position-queue.ts";
import { loadToday } from "./today.ts";

/** A position older than this is history; one from the future has a wrong clock: both count as of now at the latest. */
const positionOldest = 10 * 60 * 1_000;

/** What a process remembers of a worker between two reports, so that each costs one write and, but for now and then, no read. */
interface LastSeen {
  readonly cityId: string;
  readonly known: KnownPosition | null;
  readonly readAt: number;
  /** When it was last looked whether the worker is at work there; null: not yet. */
  readonly lookedAt: Instant | null;
}

const rememberedMs = 5 * MINUTE;
const rememberedWorkers = 50_000;
const memories = new WeakMap<Database, Map<string, LastSeen>>();

function memoryOf(db: Database): Map<string, LastSeen> {
  const memory = memories.get(db) ?? new Map<string, LastSeen>();
  memories.set(db, memory);
  return memory;
}

async function lastSeen({ db }: Services, workerId: string): Promise<LastSeen> {
  const remembered = memoryOf(db).get(workerId);
  if (remembered !== undefined && performance.now() - remembered.readAt < rememberedMs) return remembered;
  const [worker, position] = await Promise.all([workers.findById(db, workerId), workers.findPosition(db, workerId)]);
  if (worker === null) return fail("wrong_role");
  return { cityId: worker.cityId, known: position, readAt: performance.now(), lookedAt: null };
}

function remember(db: Database, workerId: string, seen: LastSeen): void {
  const memory = memoryOf(db);
  memory.delete(workerId);
  memory.set(workerId, seen);
  const oldest = memory.keys().next().value;
  if (memory.size > rememberedWorkers && oldest !== undefined) memory.delete(oldest);
}

/** @throws `position_invalid`, `position_jumped`, `position_outside_city`: nothing was saved, the last position stands. */
async function savePosition(services: Services, workerId: string, position: Position, at: string | undefined): Promise<number> {
  const now = services.clock.now();
  const claimed = at === undefined ? now : Date.parse(at);
  const instant = claimed > now || claimed < now - positionOldest ? now : claimed;
  const seen = await lastSeen(services, workerId);
  const checked = checkPosition(position, seen.known, { cityId: seen.cityId, at: instant });
  if (!checked.ok) return fail(checked.error.code, checked.error.details, "position");
  await keepPosition(services.db, { workerId, ...position, at: instant });
  remember(services.db, workerId, { ...seen, known: { ...position, at: instant } });
  return instant;
}

/** Goes online or offline. Resting and being offline never lower anything (§6). Unverified workers may not go online. */
export async function setOnline(ctx: Signed, input: SetOnlineInput): Promise<TodayView> {
  const { services, session } = ctx;
  const { userId } = session;
  const worker = (await workers.findById(services.db, userId)) ?? fail("wrong_role");
  if (input.online && !worker.verified) fail("excluded_unverified");
  if (input.position != null) await savePosition(services, userId, input.position, undefined);
  if (worker.online !== input.online) {
    const now = services.clock.now();
    await workers.setOnline(services.db, { id: userId, online: input.online, now });
    const rooms = [`user:${userId}`, "admins"];
    await leaveHints(
      services.db,
      [{ rooms, kind: "worker", subjectId: userId, version: null, data: { online: input.online, cityId: worker.cityId } }],
      now,
    );
  }
  return loadToday(ctx);
}

/** Whether some time has passed since it was last looked what a worker does where they are; from now on it has not. */
function isTimeToLook({ db, clock }: Services, workerId: string): boolean {
  const seen = memoryOf(db).get(workerId);
  const now = clock.now();
  if (seen === undefined || (seen.lookedAt !== null && now - seen.lookedAt < signOfLifeEvery)) return false;
  remember(db, workerId, { ...seen, lookedAt: now });
  return true;
}

/** Where a worker is, every few seconds: kept beside the worker, never in the feed. */
export async function reportPosition(services: Services, session: SignedIn, input: ReportPositionInput): Promise<{ receivedAt: string }> {
  if (!session.isWorker || session.app !== "worker") fail("wrong_role");
  const at = await savePosition(services, session.userId, input.position, input.at);
  if (isTimeToLook(services, session.userId)) await noteAtWork(services, session.userId, input.position);
  return { receivedAt: iso(at) };
}
