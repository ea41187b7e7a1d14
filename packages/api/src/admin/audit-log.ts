import type { AuditRow, Page, PageInput } from "@lingong/contracts";
import { auditLog, users } from "@lingong/db";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";

/** One line of the audit log: what an admin did or looked at. It is never changed afterwards. */
export async function recordAdmin(
  ctx: Signed,
  entry: { readonly action: string; readonly subjectKind: string; readonly subjectId: string; readonly reason?: string | null },
): Promise<void> {
  await recordFor(ctx.services, ctx.session.userId, entry);
}

async function recordFor(services: Services, actorId: string, entry: Parameters<typeof recordAdmin>[1]): Promise<void> {
  await auditLog.insert(services.db, { at: services.clock.now(), actorId, actorRole: "admin", reason: null, data: {}, ...entry });
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
