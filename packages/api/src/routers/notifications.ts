import { listNotificationsInput, listNotificationsOutput, markReadInput, markReadOutput } from "@lingong/contracts";
import { router, signedInProcedure } from "../kernel/trpc.ts";
import { listNotifications, markRead } from "../notifications/notifications.ts";

export const notificationsRouter = router({
  list: signedInProcedure
    .input(listNotificationsInput)
    .output(listNotificationsOutput)
    .query(({ ctx, input }) => listNotifications(ctx, input)),
  markRead: signedInProcedure
    .input(markReadInput)
    .output(markReadOutput)
    .mutation(({ ctx, input }) => markRead(ctx, input)),
});
