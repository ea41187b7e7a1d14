import type { ReportPositionInput, SetOnlineInput, TodayView } from "@lingong/contracts";
import { leaveHints, workers } from "@lingong/db";
import { isPlausible, type Position } from "@lingong/domain";
import type { SignedIn } from "../accounts/session-cache.ts";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadToday } from "./today.ts";

/** A position older than this is history; one from the future has a wrong clock: both count as of now at the latest. */
const positionOldest = 10 * 60 * 1_000;

async function savePosition(services: Services, workerId: string, position: Position, at: string | undefined): Promise<number> {
  if (!isPlausible(position)) fail("invalid_input", { field: "position" }, "position");
  const now = services.clock.now();
  const claimed = at === undefined ? now : Date.parse(at);
  const instant = claimed > now || claimed < now - positionOldest ? now : claimed;
  await workers.savePositions(services.db, [{ workerId, ...position, at: instant }]);
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

/** Where a worker is, every few seconds: kept beside the worker, never in the feed. */
export async function reportPosition(services: Services, session: SignedIn, input: ReportPositionInput): Promise<{ receivedAt: string }> {
  if (!session.isWorker || session.app !== "worker") fail("wrong_role");
  const at = await savePosition(services, session.userId, input.position, input.at);
  return { receivedAt: iso(at) };
}
