import { refusalOf, sqlState } from "@lingong/db";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { Context } from "./context.ts";
import { DomainException } from "./domain-exception.ts";
import { transportCodes } from "./transport.ts";

/** What was asked for, to find it again in the log. */
type Asked = { readonly ctx: Context; readonly path: string; readonly type: string };

/** Gives a refusal its transport code; logs what nobody meant to happen, without its input. */
export function explain(error: TRPCError, { ctx, path, type }: Asked): TRPCError {
  const { cause } = error;
  const refusal = refusalIn(cause);
  if (refusal !== null) return new TRPCError({ code: transportCodes[refusal.error.code], message: refusal.error.code, cause: refusal });
  if (error.code === "INTERNAL_SERVER_ERROR")
    ctx.services.logger.error({ path, type, reference: ctx.reference, ...describe(cause) }, "unexpected error");
  return error;
}

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
