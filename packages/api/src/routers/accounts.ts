import {
  done,
  me,
  registerWorkerInput,
  requestCodeInput,
  requestCodeOutput,
  revokeSessionInput,
  sessionView,
  setPasswordInput,
  signInOutput,
  signInWithCodeInput,
  signInWithPasswordInput,
  updateProfileInput,
} from "@lingong/contracts";
import { z } from "zod";
import { requestCode } from "../accounts/codes.ts";
import { loadMe, updateProfile } from "../accounts/me.ts";
import { listSessions, revokeSession, signOut, signOutEverywhere } from "../accounts/sessions.ts";
import { setPassword } from "../accounts/set-password.ts";
import { signInWithCode, signInWithPassword } from "../accounts/sign-in.ts";
import { publicProcedure, router, signedInProcedure } from "../kernel/trpc.ts";
import { registerWorker } from "../workers/register.ts";

export const accountsRouter = router({
  requestCode: publicProcedure
    .input(requestCodeInput)
    .output(requestCodeOutput)
    .mutation(({ ctx, input }) => requestCode(ctx, input)),
  signInWithCode: publicProcedure
    .input(signInWithCodeInput)
    .output(signInOutput)
    .mutation(({ ctx, input }) => signInWithCode(ctx, input)),
  signInWithPassword: publicProcedure
    .input(signInWithPasswordInput)
    .output(signInOutput)
    .mutation(({ ctx, input }) => signInWithPassword(ctx, input)),
  setPassword: signedInProcedure
    .input(setPasswordInput)
    .output(done)
    .mutation(({ ctx, input }) => setPassword(ctx, input)),
  signOut: signedInProcedure.output(done).mutation(({ ctx }) => signOut(ctx)),
  signOutEverywhere: signedInProcedure.output(done).mutation(({ ctx }) => signOutEverywhere(ctx)),
  sessions: signedInProcedure.output(z.array(sessionView)).query(({ ctx }) => listSessions(ctx)),
  revokeSession: signedInProcedure
    .input(revokeSessionInput)
    .output(done)
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),
  me: signedInProcedure.output(me).query(({ ctx }) => loadMe(ctx)),
  updateProfile: signedInProcedure
    .input(updateProfileInput)
    .output(me)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
  registerWorker: signedInProcedure
    .input(registerWorkerInput)
    .output(me)
    .mutation(({ ctx, input }) => registerWorker(ctx, input)),
});
