import { join, resolve } from "node:path";
import { z } from "zod";
import { Refusal } from "../stop/refusal.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(["on", "off"]);

/** Every variable the server reads; nothing else looks at `process.env`. */
const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  HOST: z.string().min(1).optional(),
  PORT: port.default(3000),
  /** Where browsers find us: links in payments, the cookie's `secure`. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(16),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//)
    .optional(),
  LINGONG_DATA: z.string().min(1).default(".data"),
  /** The master key: 32 characters or more. Made and kept in the data folder in development. */
  LINGONG_SECRET: z.string().min(32).optional(),
  /** `off`: this process serves no web apps (an API server behind a balancer, a test). */
  LINGONG_WEB: flag.default("on"),
  /** Where the built apps lie, when not in this checkout: `<folder>/customer/dist` and so on. */
  LINGONG_APPS: z.string().min(1).optional(),
  /** A gateway that runs elsewhere; without it the sandbox gateway is started beside us. */
  GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  GATEWAY_PORT: port.optional(),
  /** Where customers' browsers find the sandbox gateway's checkout page, when that is not this machine. */
  GATEWAY_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Alipay takes the payments when its application is named; all three come together, keys as PEM or bare base64. */
  ALIPAY_APP_ID: z
    .string()
    .regex(/^\d{8,32}$/)
    .optional(),
  ALIPAY_PRIVATE_KEY: z.string().min(100).optional(),
  ALIPAY_PUBLIC_KEY: z.string().min(100).optional(),
  /** Alipay's own unless told: its sandbox, for trying things out. */
  ALIPAY_GATEWAY: z.url({ protocol: /^https?$/ }).optional(),
  /** The operator's SMS relay; without it, in development, messages lie in `/dev/inbox`. */
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().min(1).optional(),
  /** The key pair closed apps are rung with (Web Push), and whom a push service may ask about it; all three or none. */
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{80,100}$/)
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{40,50}$/)
    .optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:|https:\/\/)/)
    .optional(),
  /** Push services we send to, hosts with commas between; those of the browsers unless told. */
  PUSH_HOSTS: z.string().min(1).optional(),
  /** Asked for by `/metrics` as a bearer token; without it only this machine may read them. */
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).optional(),
});

export interface Environment {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  readonly redisUrl: string | null;
  readonly dataDir: string;
  readonly secret: string | null;
  readonly web: boolean;
  readonly appsFolder: string;
  readonly gatewayUrl: string | null;
  readonly gatewayPort: number;
  readonly gatewayPublicUrl: string | null;
  /** Null: the sandbox gateway takes the payments. */
  readonly alipay: { readonly appId: string; readonly privateKey: string; readonly alipayPublicKey: string; readonly gateway?: string } | null;
  readonly sms: { readonly url: string; readonly token: string } | null;
  /** Null: closed apps are not rung. */
  readonly push: { readonly publicKey: string; readonly privateKey: string; readonly subject: string; readonly hosts?: readonly string[] } | null;
  readonly metricsToken: string | null;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
}

/** Reads the environment. @throws Refusal naming the variables at fault, never their values. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>, root: string): Environment {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    throw new Refusal(
      `The environment variable${names.length === 1 ? "" : "s"} ${names.join(", ")} cannot be read: see docs/operations.md for what fits.`,
    );
  }
  const { data } = parsed;
  const production = data.NODE_ENV === "production";
  if (production) requireInProduction(data);
  return {
    production,
    host: data.HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
    port: data.PORT,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    databaseUrl: data.DATABASE_URL ?? null,
    databaseConnections: data.DATABASE_CONNECTIONS,
    redisUrl: data.REDIS_URL ?? null,
    dataDir: resolve(root, data.LINGONG_DATA),
    secret: data.LINGONG_SECRET ?? null,
    web: data.LINGONG_WEB === "on",
    appsFolder: data.LINGONG_APPS === undefined ? join(root, "apps") : resolve(root, data.LINGONG_APPS),
    gatewayUrl: data.GATEWAY_URL?.replace(/\/+$/, "") ?? null,
    gatewayPort: data.GATEWAY_PORT ?? (data.PORT === 0 ? 0 : data.PORT + 1),
    gatewayPublicUrl: data.GATEWAY_PUBLIC_URL ?? null,
    alipay: alipayOf(data),
    sms: data.SMS_URL === undefined ? null : { url: data.SMS_URL, token: data.SMS_TOKEN ?? "" },
    push: pushOf(data),
    metricsToken: data.METRICS_TOKEN ?? null,
    logLevel: data.LOG_LEVEL ?? (production ? "info" : "warn"),
  };
}

/** Alipay is named whole or not at all: with half of it, payments would go to the sandbox unnoticed. */
function alipayOf(data: z.infer<typeof schema>): Environment["alipay"] {
  const { ALIPAY_APP_ID: appId, ALIPAY_PRIVATE_KEY: privateKey, ALIPAY_PUBLIC_KEY: alipayPublicKey, ALIPAY_GATEWAY: gateway } = data;
  if (appId !== undefined && privateKey !== undefined && alipayPublicKey !== undefined)
    return { appId, privateKey, alipayPublicKey, ...(gateway === undefined ? {} : { gateway }) };
  if (appId !== undefined || privateKey !== undefined || alipayPublicKey !== undefined)
    throw new Refusal("Alipay needs ALIPAY_APP_ID, ALIPAY_PRIVATE_KEY and ALIPAY_PUBLIC_KEY together: see docs/operations.md.");
  return null;
}

/** The keys are named together or not at all: half of them would ring nobody, unnoticed. */
function pushOf(data: z.infer<typeof schema>): Environment["push"] {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject, PUSH_HOSTS: hosts } = data;
  if (publicKey !== undefined && privateKey !== undefined && subject !== undefined)
    return { publicKey, privateKey, subject, ...(hosts === undefined ? {} : { hosts: hosts.split(",").map((host) => host.trim()) }) };
  if (publicKey !== undefined || privateKey !== undefined || subject !== undefined)
    throw new Refusal("Web Push needs VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT together: see docs/operations.md.");
  return null;
}

/** Whether this process brings up the sandbox gateway beside it. */
export function startsGateway({ gatewayUrl, alipay }: Environment): boolean {
  return gatewayUrl === null && alipay === null;
}

/** What development invents for itself and production must be given. */
function requireInProduction(data: z.infer<typeof schema>): void {
  const missing = (["PUBLIC_URL", "LINGONG_SECRET", "SMS_URL", "SMS_TOKEN"] as const).filter((name) => data[name] === undefined);
  if (missing.length > 0) throw new Refusal(`Production mode needs ${missing.join(", ")}: see docs/operations.md.`);
}

/** The file of a data folder that holds the development's own master key. */
export function masterKeyFile(dataDir: string): string {
  return join(dataDir, "master.key");
}
