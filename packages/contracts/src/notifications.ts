import { z } from "zod";
import { details, id, instant, pageInput, pageOf } from "./common.ts";
import { limits } from "./limits.ts";

/** `kind` and `data` make the sentence, in the reader's language. */
export const notificationView = z.object({
  id,
  kind: z.string(),
  data: details,
  orderId: id.nullable(),
  at: instant,
  read: z.boolean(),
});
export const listNotificationsInput = pageInput;
export const listNotificationsOutput = pageOf(notificationView).extend({ unread: z.int() });
/** Without ids: all. */
export const markReadInput = z.object({ ids: z.array(id).max(limits.page).optional() });
export const markReadOutput = z.object({ unread: z.int() });

/** Null: this server rings no closed apps. */
export const pushKeyOutput = z.object({ publicKey: z.string().nullable() });
/** What a browser's own `PushSubscription` tells: lengths are those of its two keys, base64url. */
export const subscribePushInput = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000),
  keys: z.object({ p256dh: z.string().regex(/^[\w-]{80,100}={0,2}$/), auth: z.string().regex(/^[\w-]{20,30}={0,2}$/) }),
});

export type NotificationView = z.infer<typeof notificationView>;
export type ListNotificationsOutput = z.infer<typeof listNotificationsOutput>;
export type MarkReadInput = z.infer<typeof markReadInput>;
export type SubscribePushInput = z.infer<typeof subscribePushInput>;
