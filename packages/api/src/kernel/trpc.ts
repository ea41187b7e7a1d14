import type { AdminRole } from "@lingong/contracts";
import type { SignedIn } from "../accounts/session-cache.ts";
import type { Context } from "./context.ts";
import { fail } from "./domain-exception.ts";
import { type Admission, procedureFor } from "./procedure.ts";
import { t } from "./root.ts";

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

function signedIn(ctx: Context): SignedIn {
  if (ctx.session === null) return fail(ctx.tokenRefused ? "session_expired" : "not_signed_in");
  return ctx.session;
}

/** Those signed in of whom something holds; others are told which admin role would do, if one would. */
function signedInWhere(holds: (session: SignedIn) => boolean, role?: AdminRole): Admission<SignedIn> {
  return (ctx) => {
    const session = signedIn(ctx);
    return holds(session) ? session : fail("wrong_role", role === undefined ? {} : { role });
  };
}

/** Anybody. */
export const publicProcedure = procedureFor(({ session }) => session);

/** Anybody with a session, in any app. */
export const signedInProcedure = procedureFor(signedIn);

/** The customer app's session. */
export const customerProcedure = procedureFor(signedInWhere(({ app }) => app === "customer"));

/** The worker app's session, of somebody who has registered as a worker. */
export const workerProcedure = procedureFor(signedInWhere(({ app, isWorker }) => app === "worker" && isWorker));

/** The admin app's session, of somebody with an admin role. */
export const adminProcedure = procedureFor(signedInWhere(({ app, adminRoles }) => app === "admin" && adminRoles.length > 0));

/** The admin app's session, of somebody with one of these roles; the first is the one that others are told of. */
export function adminProcedureOf(first: AdminRole, ...others: readonly AdminRole[]) {
  const roles = new Set([first, ...others]);
  return procedureFor(signedInWhere(({ app, adminRoles }) => app === "admin" && adminRoles.some((role) => roles.has(role)), first));
}

/** Development only: in production mode these procedures do not exist. */
export const developmentProcedure = procedureFor(({ services, session }) => (services.production ? fail("not_found") : session));
