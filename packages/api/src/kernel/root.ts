import { initTRPC } from "@trpc/server";
import type { Context } from "./context.ts";
import { errorDataOf, errorShape } from "./error-shape.ts";

/** tRPC as this server speaks it. */
export const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => errorShape(shape, errorDataOf(error, ctx?.reference ?? null)),
});
