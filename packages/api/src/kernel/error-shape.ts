import type { ErrorData } from "@lingong/contracts";
import type { TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { DomainException } from "./domain-exception.ts";

/** What a client may know of an error: our code, never the message or stack of something unexpected. */
export function errorDataOf(error: TRPCError, reference: string | null): ErrorData {
  const { cause } = error;
  if (cause instanceof DomainException) return { code: cause.error.code, details: cause.error.details ?? null, field: cause.field, reference };
  if (cause instanceof ZodError && error.code === "BAD_REQUEST") {
    const issue = cause.issues[0];
    return { code: "invalid_input", details: { issue: issue?.code ?? "unknown" }, field: issue?.path.join(".") || null, reference };
  }
  switch (error.code) {
    case "NOT_FOUND":
      return { code: "not_found", details: null, field: null, reference };
    case "PARSE_ERROR":
    case "BAD_REQUEST":
    case "METHOD_NOT_SUPPORTED":
      return { code: "invalid_input", details: null, field: null, reference };
    case "PAYLOAD_TOO_LARGE":
      return { code: "too_large", details: null, field: null, reference };
    case "UNSUPPORTED_MEDIA_TYPE":
      return { code: "unsupported_file", details: null, field: null, reference };
    default:
      return { code: "internal", details: null, field: null, reference };
  }
}

/** tRPC's own shape with `data.domain`; message and stack are replaced, since they may quote input or SQL. */
export function errorShape(shape: TRPCDefaultErrorShape, domain: ErrorData) {
  const { stack: _stack, ...data } = shape.data;
  return { ...shape, message: domain.code as string, data: { ...data, domain } };
}
