import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { logRedaction } from "@lingong/providers";
import { type Logger, multistream, pino } from "pino";
import type { Environment } from "../config/environment.ts";

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
  if (environment.production) return pino({ ...options, level: environment.logLevel }, pino.destination({ dest: 1, sync: false }));
  mkdirSync(environment.dataDir, { recursive: true });
  // Written at once: a process that refuses to start ends before an asynchronous file would be open.
  const file = pino.destination({ dest: join(environment.dataDir, "server.log"), sync: true, mkdir: true });
  return pino(
    options,
    multistream([
      { level: "info", stream: file },
      { level: environment.logLevel === "silent" ? "fatal" : "error", stream: pino.destination(2) },
    ]),
  );
}
