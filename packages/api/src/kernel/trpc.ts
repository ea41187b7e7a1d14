import { refusalOf, sqlState } from "@lingong/db";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { SignedIn } from "../accounts/session-cache.ts";
import type { Context } from "./context.ts";
import { DomainException, fail } from "./domain-exception.ts";
import { errorDataOf, errorShape } from "./error-shape.ts";
import { transportCodes } from "./transport.ts";

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => errorShape(shape, errorDataOf(error, ctx?.reference ?? null)),
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Gives refusals their transport code; logs what nobody meant to happen, without its input. */
const refusals = t.middleware(async ({ ctx, next, path, type }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  const refusal = refusalIn(cause);
  if (refusal !== null) throw new TRPCError({ code: transportCodes[refusal.error.code], message: refusal.error.code, cause: refusal });
  if (result.error.code === "INTERNAL_SERVER_ERROR")
    ctx.services.logger.error({ path, type, reference: ctx.reference, ...describe(cause) }, "unexpected error");
  return result;
});

/** A refusal of a use-case, or of the database's own invariants: a balance, an overlap, text it cannot hold. */
function refusalIn(cause: unknown): DomainException | null {
  if (cause instanceof DomainException) return cause;
  const error = refusalOf(cause) ?? (isUnholdableJson(cause) ? ({ code: "invalid_input" } as const) : null);
  return error === null ? null : new DomainException(error);
}

/** Half a surrogate pair inside JSON: JavaScript writes it, PostgreSQL cannot read it. */
function isUnholdableJson(cause: unknown): boolean {
  return sqlState(cause) === "22P02" && cause instanceof Error && cause.message.endsWith("for type json");
}

/** Name, SQL state and our own stack lines: enough to find it; a message may quote what a person typed. */
function describe(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { error: typeof cause };
  const { code, constraint, table } = cause as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  const answered = cause instanceof ZodError ? cause.issues.slice(0, 5).map((issue) => issue.path.join(".")) : undefined;
  return {
    error: cause.name,
    answered,
    code,
    constraint,
    table,
    stack: cause.stack
      ?.split("\n")
      .filter((line) => line.startsWith("    at "))
      .slice(0, 12),
  };
}

/** A write of a signed-in person counts against a generous limit. */
const limitWrites = t.middleware(async ({ ctx, next, type }) => {
  if (type === "mutation" && !(await ctx.services.limiter.allow("write", ctx.session?.userId ?? ctx.address))) fail("rate_limited");
  return next();
});

function signedInAs(ctx: Context): SignedIn {
  if (ctx.session === null) return fail(ctx.tokenRefused ? "session_expired" : "not_signed_in");
  return ctx.session;
}

/** Anybody. */
export const publicProcedure = t.procedure.use(refusals).use(limitWrites);

/** Anybody with a session, in any app. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) => next({ ctx: { ...ctx, session: signedInAs(ctx) } }));

/** The customer app's session. */
export const customerProcedure = signedInProcedure.use(({ ctx, next }) => (ctx.session.app === "customer" ? next() : fail("wrong_role")));

/** The worker app's session, of somebody who has registered as a worker. */
export const workerProcedure = signedInProcedure.use(({ ctx, next }) =>
  ctx.session.app === "worker" && ctx.session.isWorker ? next() : fail("wrong_role"),
);

/** The admin app's session, of somebody with an admin role. */
export const adminProcedure = signedInProcedure.use(({ ctx, next }) =>
  ctx.session.app === "admin" && ctx.session.adminRoles.length > 0 ? next() : fail("wrong_role"),
);

/** Development only: in production mode these procedures do not exist. */
export const developmentProcedure = publicProcedure.use(({ ctx, next }) => (ctx.services.production ? fail("not_found") : next()));
