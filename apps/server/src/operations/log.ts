import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { logRedaction } from "@lingong/providers";
import { type Logger, multistream, pino } from "pino";
import type { Environment } from "../config/environment.ts";

/**
 * Written at once, never gathered: what is left to write when a process ends, and nobody reads any more, would keep it from
 * ending for ever (sonic-boom tries again whatever the error is). A process that refuses to start has told why.
 */
const written = (dest: number | string) => pino.destination({ dest, sync: true, mkdir: typeof dest === "string" });

/**
 * One JSON object a line. In production to standard output; in development to the data folder, and what went wrong to
 * standard error as well, so that the terminal stays readable.
 */
export function createLogger(environment: Environment): Logger {
  const options = {
    level: environment.logLevel === "warn" ? "info" : environment.logLevel,
    redact: { ...logRedaction, paths: [...logRedaction.paths] },
    base: undefined,
  };
  if (environment.production) return pino({ ...options, level: environment.logLevel }, written(1));
  mkdirSync(environment.dataDir, { recursive: true });
  return pino(
    options,
    multistream([
      { level: "info", stream: written(join(environment.dataDir, "server.log")) },
      { level: environment.logLevel === "silent" ? "fatal" : "error", stream: written(2) },
    ]),
  );
}
