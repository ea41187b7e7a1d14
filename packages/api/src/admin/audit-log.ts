import type { AuditRow, Page, PageInput } from "@lingong/contracts";
import { auditLog, users } from "@lingong/db";
import { type Instant, MINUTE } from "@lingong/domain";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";

interface Entry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reason?: string | null;
}

/** One line of the audit log: what an admin did. It is never changed afterwards. */
export async function recordAdmin({ services, session }: Signed, entry: Entry): Promise<void> {
  await auditLog.insert(services.db, { at: services.clock.now(), actorId: session.userId, actorRole: "admin", reason: null, data: {}, ...entry });
}

/** A live page fetches itself again at every change: the same look within ten minutes is one line. */
const oneLook = 10 * MINUTE;
const remembered = 10_000;
const looks = new Map<string, Instant>();

/** Notes that an admin looked at somebody's order, person or account. */
export async function recordLook(ctx: Signed, entry: Entry): Promise<void> {
  const now = ctx.services.clock.now();
  const key = `${ctx.session.sessionId} ${entry.action} ${entry.subjectId}`;
  const last = looks.get(key);
  if (last !== undefined && now - last < oneLook) return;
  if (looks.size >= remembered) looks.clear();
  looks.set(key, now);
  await recordAdmin(ctx, entry);
}

export async function loadAuditLog({ services }: Signed, input: PageInput): Promise<Page<AuditRow>> {
  const page = await auditLog.list(services.db, { cursor: input.cursor, limit: input.limit ?? 50 });
  const people = await users.findMany(
    services.db,
    page.items.flatMap(({ actorId }) => actorId ?? []),
  );
  return {
    items: page.items.map((record) => ({
      id: record.id,
      at: iso(record.at),
      adminId: record.actorId ?? "",
      adminName: people.get(record.actorId ?? "")?.displayName ?? record.actorRole,
      action: record.action,
      subject: `${record.subjectKind}:${record.subjectId}`,
      details: { reason: record.reason },
    })),
    nextCursor: page.nextCursor,
  };
}
