import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";

/** Something an admin did or looked at; never changed afterwards. */
export interface AuditRecord {
  readonly id: string;
  readonly at: number;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function insert(db: Database, record: Omit<AuditRecord, "id">): Promise<void> {
  await db
    .insertInto("audit_log")
    .values({
      at: record.at,
      actor_id: record.actorId,
      actor_role: record.actorRole,
      action: record.action,
      subject_kind: record.subjectKind,
      subject_id: record.subjectId,
      reason: record.reason,
      data: JSON.stringify(record.data),
    })
    .execute();
}

/** The log, newest first; of one actor or one subject when asked. */
export async function list(
  db: Database,
  wanted: PageRequest & { actorId?: string; subjectId?: string; action?: string },
): Promise<Page<AuditRecord>> {
  let query = db.selectFrom("audit_log").selectAll();
  if (wanted.cursor) query = query.where("id", "<", Number(wanted.cursor));
  if (wanted.actorId !== undefined) query = query.where("actor_id", "=", wanted.actorId);
  if (wanted.subjectId !== undefined) query = query.where("subject_id", "=", wanted.subjectId);
  if (wanted.action !== undefined) query = query.where("action", "=", wanted.action);
  const rows = await query
    .orderBy("id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, {
    toItem: (row) => ({
      id: String(row.id),
      at: row.at,
      actorId: row.actor_id,
      actorRole: row.actor_role,
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      reason: row.reason,
      data: row.data as Record<string, unknown>,
    }),
    cursorOf: ({ id }) => String(id),
  });
}
