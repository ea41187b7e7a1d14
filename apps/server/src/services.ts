import {
  createRateLimiter,
  createSecrets,
  createSessionCache,
  type Development,
  demoCodes,
  type Logger as PortLogger,
  type Services,
} from "@lingong/api";
import type { Database } from "@lingong/db";
import { defaultPolicy } from "@lingong/domain";
import { chooseProviders, type Providers } from "@lingong/providers";
import type { Logger } from "pino";
import type { ServerClock } from "./clock/clock.ts";
import type { Environment } from "./config/environment.ts";
import { merchantSecretOf } from "./gateway/child.ts";

/** In development a whole demo city comes from one address: limits that guard against strangers are this much wider. */
const generousInDevelopment = 1_000;

export interface ServicesOptions {
  readonly environment: Environment;
  readonly db: Database;
  readonly clock: ServerClock;
  readonly logger: Logger;
  readonly masterKey: string;
  readonly publicUrl: string;
  readonly gatewayUrl: string;
  /** Moves development's clock; answers how many timers fired. */
  readonly advanceTo: Development["advanceTo"];
}

function portLogger(logger: Logger): PortLogger {
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

/** Everything the use-cases may use: the database, the clock, and the outside as this environment has it. */
export function createServices(options: ServicesOptions): { readonly services: Services; readonly providers: Providers } {
  const { environment, db, clock, logger, masterKey, publicUrl, gatewayUrl, advanceTo } = options;
  const { production, dataDir, sms, alipay, push } = environment;
  const payment =
    alipay === null
      ? ({ kind: "sandbox", gatewayUrl, merchantId: "lingong", secret: merchantSecretOf(masterKey) } as const)
      : ({ kind: "alipay", ...alipay, notifyUrl: `${publicUrl}/webhooks/payment` } as const);
  const providers = chooseProviders({ production, dataDir, payment, sms, push }, { clock, policy: defaultPolicy });
  const { inbox, ...ports } = providers;
  const services: Services = {
    ...ports,
    db,
    clock,
    logger: portLogger(logger),
    secrets: createSecrets(masterKey),
    production,
    publicUrl,
    sessions: createSessionCache(),
    limiter: createRateLimiter(production ? 1 : generousInDevelopment),
    demoCodes: production ? new Map() : demoCodes,
    development: production || inbox === null ? null : { inbox, advanceTo },
  };
  return { services, providers };
}
