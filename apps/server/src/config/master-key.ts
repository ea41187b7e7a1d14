import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Refusal } from "../stop/refusal.ts";
import { type Environment, masterKeyFile } from "./environment.ts";

/**
 * The key that everything secret is sealed with: given by the environment, else (in development) made once and kept in
 * the data folder, readable by its owner alone.
 */
export function masterKeyOf(environment: Environment): string {
  if (environment.secret !== null) return environment.secret;
  const file = masterKeyFile(environment.dataDir);
  if (existsSync(file)) {
    const key = readFileSync(file, "utf8").trim();
    if (key.length < 32) throw new Refusal(`The master key in ${file} is cut short: restore it, or begin anew with npm start -- --fresh.`);
    return key;
  }
  const key = randomBytes(32).toString("hex");
  mkdirSync(environment.dataDir, { recursive: true });
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}
