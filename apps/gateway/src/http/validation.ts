import type { z } from "zod";
import { GatewayError } from "../errors.ts";

/** Checks a value against its schema; the refusal names each field that does not fit, never its value. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 10).map((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 5).map((key) => key.slice(0, 40)) : [];
    return { path: [...issue.path, ...unknown].join("."), code: issue.code };
  });
  throw new GatewayError("invalid_request", "some fields do not fit", { issues });
}

/** Reads a JSON body from its bytes. */
export function checkBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body instanceof Uint8Array ? body : []).toString("utf8"));
  } catch {
    throw new GatewayError("broken_json", "the body is not JSON");
  }
  return check(schema, value);
}
