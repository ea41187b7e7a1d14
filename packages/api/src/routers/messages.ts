import {
  closeSafetyCaseInput,
  done,
  listMessagesInput,
  listMessagesOutput,
  listSafetyCasesInput,
  listSafetyCasesOutput,
  messageView,
  readMessagesInput,
  sendMessageInput,
  unreadMessagesOutput,
} from "@lingong/contracts";
import { adminProcedure, router, signedInProcedure } from "../kernel/trpc.ts";
import { countUnreadMessages, listMessages, readMessages } from "../messages/read.ts";
import { closeSafetyCase, listSafetyCases } from "../messages/safety.ts";
import { sendMessage } from "../messages/send.ts";

export const messagesRouter = router({
  list: signedInProcedure
    .input(listMessagesInput)
    .output(listMessagesOutput)
    .query(({ ctx, input }) => listMessages(ctx, input)),
  send: signedInProcedure
    .input(sendMessageInput)
    .output(messageView)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  /** Repeating it changes nothing: marks only go forward. */
  markRead: signedInProcedure
    .input(readMessagesInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await readMessages(ctx, input);
      return { done: true as const };
    }),
  unread: signedInProcedure.output(unreadMessagesOutput).query(({ ctx }) => countUnreadMessages(ctx)),
  safetyCases: adminProcedure
    .input(listSafetyCasesInput)
    .output(listSafetyCasesOutput)
    .query(async ({ ctx, input }) => ({ items: await listSafetyCases(ctx, input.orderId) })),
  closeSafetyCase: adminProcedure
    .input(closeSafetyCaseInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await closeSafetyCase(ctx, input);
      return { done: true as const };
    }),
});
