import { z } from "zod";
import type { GatewayOptions } from "./index.ts";
import { merchantSchema } from "./merchants.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const milliseconds = z.coerce.number().int().min(10).max(3_600_000);

const environmentSchema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  GATEWAY_PORT: port.default(3001),
  GATEWAY_HOST: z.string().min(1).default("127.0.0.1"),
  GATEWAY_SCHEMA: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .default("gateway"),
  GATEWAY_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  GATEWAY_MERCHANT_ID: merchantSchema.shape.id.default("lingong"),
  GATEWAY_MERCHANT_NAME: merchantSchema.shape.name.default("零工 Lingong"),
  GATEWAY_MERCHANT_SECRET: merchantSchema.shape.secret,
  GATEWAY_WEBHOOK_URL: merchantSchema.shape.webhookUrl,
  GATEWAY_CONTROLS: z.enum(["on", "off"]).optional(),
  GATEWAY_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("warn"),
  GATEWAY_WEBHOOK_TIMEOUT_MS: milliseconds.default(5_000),
  GATEWAY_WEBHOOK_BACKOFF_MS: milliseconds.default(500),
  GATEWAY_WEBHOOK_BACKOFF_LIMIT_MS: milliseconds.default(30_000),
  NODE_ENV: z.string().optional(),
});

/** What is wrong with the environment, in one sentence; values are never repeated. */
export class BadEnvironment extends Error {
  constructor(names: readonly string[]) {
    super(`the gateway cannot start: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} missing or malformed`);
    this.name = "BadEnvironment";
  }
}

/** Reads the gateway's options. @throws BadEnvironment naming the variables that do not fit. */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): GatewayOptions {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new BadEnvironment([...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]);
  const values = parsed.data;
  return {
    port: values.GATEWAY_PORT,
    host: values.GATEWAY_HOST,
    databaseUrl: values.DATABASE_URL,
    schema: values.GATEWAY_SCHEMA,
    publicUrl: values.GATEWAY_PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    merchants: [
      {
        id: values.GATEWAY_MERCHANT_ID,
        name: values.GATEWAY_MERCHANT_NAME,
        secret: values.GATEWAY_MERCHANT_SECRET,
        webhookUrl: values.GATEWAY_WEBHOOK_URL,
      },
    ],
    controls: (values.GATEWAY_CONTROLS ?? (values.NODE_ENV === "production" ? "off" : "on")) === "on",
    logLevel: values.GATEWAY_LOG_LEVEL,
    webhookTiming: {
      timeoutMs: values.GATEWAY_WEBHOOK_TIMEOUT_MS,
      firstBackoffMs: values.GATEWAY_WEBHOOK_BACKOFF_MS,
      longestBackoffMs: values.GATEWAY_WEBHOOK_BACKOFF_LIMIT_MS,
    },
  };
}
