import { getTRPCErrorFromUnknown, TRPCError, type TRPCMutationProcedure, type TRPCQueryProcedure } from "@trpc/server";
import type { ZodType, z } from "zod";
import type { SignedIn } from "../accounts/session-cache.ts";
import type { Context } from "./context.ts";
import { fail } from "./domain-exception.ts";
import { explain } from "./explain.ts";
import { t } from "./root.ts";

/** Who may ask. @throws DomainException: not this one. */
export type Admission<Session extends SignedIn | null> = (ctx: Context) => Session;

/** What a procedure says of itself; both schemas are asked synchronously, for which zod compiles one function each. */
interface Terms {
  readonly admit: Admission<SignedIn | null>;
  readonly input?: ZodType;
  readonly output?: ZodType;
}

/** A call as tRPC hands it to a resolver; its types leave the raw input out. */
interface Call {
  readonly ctx: Context;
  readonly path: string;
  readonly type: string;
  readonly getRawInput: () => Promise<unknown>;
}
type Resolver = (call: { readonly ctx: Context; readonly input: unknown }) => unknown;

/** A procedure being written: schemas first, then the use-case. What it becomes is typed for clients as tRPC types its own. */
interface ProcedureBuilder<Session, Input, Asked, Answer, Output> {
  input<Schema extends ZodType>(schema: Schema): ProcedureBuilder<Session, z.input<Schema>, z.output<Schema>, Answer, Output>;
  output<Schema extends ZodType>(schema: Schema): ProcedureBuilder<Session, Input, Asked, z.input<Schema>, z.output<Schema>>;
  query(resolve: Use<Session, Asked, Answer>): TRPCQueryProcedure<{ input: Input; output: Output; meta: unknown }>;
  mutation(resolve: Use<Session, Asked, Answer>): TRPCMutationProcedure<{ input: Input; output: Output; meta: unknown }>;
}
type Use<Session, Asked, Answer> = (call: {
  readonly ctx: Context & { readonly session: Session };
  readonly input: Asked;
}) => Answer | Promise<Answer>;

function parsed(schema: ZodType | undefined, value: unknown, code: "BAD_REQUEST" | "INTERNAL_SERVER_ERROR"): unknown {
  if (schema === undefined) return value;
  try {
    return schema.parse(value);
  } catch (cause) {
    throw new TRPCError({ code, cause });
  }
}

/** A write counts against a generous limit of its person, or its address. */
async function limitWrites({ services, session, address }: Context): Promise<void> {
  if (!(await services.limiter.allow("write", session?.userId ?? address))) fail("rate_limited");
}

/** One call from asking to answer: who, how often, with what, and then the use-case. */
async function answer(call: Call, { admit, input, output }: Terms, resolve: Resolver): Promise<unknown> {
  const { ctx } = call;
  try {
    if (call.type === "mutation") await limitWrites(ctx);
    admit(ctx);
    const asked = input === undefined ? undefined : parsed(input, await call.getRawInput(), "BAD_REQUEST");
    return parsed(output, await resolve({ ctx, input: asked }), "INTERNAL_SERVER_ERROR");
  } catch (cause) {
    throw explain(getTRPCErrorFromUnknown(cause), call);
  }
}

function buildOn(terms: Terms): unknown {
  const ending = (kind: "query" | "mutation") => (resolve: Resolver) => t.procedure[kind]((call) => answer(call as unknown as Call, terms, resolve));
  return {
    input: (input: ZodType) => buildOn({ ...terms, input }),
    output: (output: ZodType) => buildOn({ ...terms, output }),
    query: ending("query"),
    mutation: ending("mutation"),
  };
}

/**
 * Procedures for those who are admitted, written as tRPC's own are (`input`, `output`, then `query` or `mutation`), but run in
 * one step: tRPC makes a step of each question and copies all it knows at each (measured: a tenth of a small read).
 */
export function procedureFor<Session extends SignedIn | null>(admit: Admission<Session>) {
  return buildOn({ admit }) as ProcedureBuilder<Session, void, void, never, never>;
}
