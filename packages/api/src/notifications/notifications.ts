import type { ListNotificationsOutput, MarkReadInput, PageInput } from "@lingong/contracts";
import { notifications } from "@lingong/db";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";

export async function listNotifications({ services, session }: Signed, input: PageInput): Promise<ListNotificationsOutput> {
  const [page, unread] = await Promise.all([
    notifications.list(services.db, { userId: session.userId, cursor: input.cursor, limit: input.limit ?? 30 }),
    notifications.countUnread(services.db, session.userId),
  ]);
  return {
    items: page.items.map(({ id, kind, data, orderId, at, readAt }) => ({
      id,
      kind,
      data: { ...data },
      orderId,
      at: iso(at),
      read: readAt !== null,
    })),
    nextCursor: page.nextCursor,
    unread,
  };
}

/** Marks one's own as read; naming somebody else's changes nothing. */
export async function markRead({ services, session }: Signed, { ids }: MarkReadInput): Promise<{ unread: number }> {
  await notifications.markRead(services.db, { userId: session.userId, ids, now: services.clock.now() });
  return { unread: await notifications.countUnread(services.db, session.userId) };
}
