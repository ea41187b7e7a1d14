import {
  done,
  listNotificationsInput,
  listNotificationsOutput,
  markReadInput,
  markReadOutput,
  pushKeyOutput,
  subscribePushInput,
} from "@lingong/contracts";
import { router, signedInProcedure } from "../kernel/trpc.ts";
import { listNotifications, markRead } from "../notifications/notifications.ts";
import { subscribePush } from "../notifications/push.ts";

export const notificationsRouter = router({
  list: signedInProcedure
    .input(listNotificationsInput)
    .output(listNotificationsOutput)
    .query(({ ctx, input }) => listNotifications(ctx, input)),
  markRead: signedInProcedure
    .input(markReadInput)
    .output(markReadOutput)
    .mutation(({ ctx, input }) => markRead(ctx, input)),
  pushKey: signedInProcedure.output(pushKeyOutput).query(({ ctx }) => ({ publicKey: ctx.services.push.publicKey })),
  /** Repeating it changes nothing: a browser has one address. */
  subscribePush: signedInProcedure
    .input(subscribePushInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await subscribePush(ctx, input);
      return { done: true as const };
    }),
});
