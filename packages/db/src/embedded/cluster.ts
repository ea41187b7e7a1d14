import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { EmbeddedDatabaseError, explainFailure } from "./errors.ts";
import { preparePlace, spawnOptions } from "./place.ts";

/** The data's major version must be the binaries'; null: there is no data yet. */
export function checkVersion(directory: string, binaries: Binaries): "empty" | "ready" {
  const file = join(directory, "PG_VERSION");
  if (!existsSync(file)) return "empty";
  const version = readFileSync(file, "utf8").trim();
  if (version === binaries.major) return "ready";
  throw new EmbeddedDatabaseError(
    "other_version",
    `The data in ${directory} was written by PostgreSQL ${version}, but this program brings ${binaries.major}: move the directory away, or read it with the version that wrote it.`,
  );
}

function withPasswordFile(password: string | null, account: Account | null): { readonly options: string[]; readonly remove: () => void } {
  if (password === null) return { options: ["--auth=trust"], remove: () => {} };
  const directory = mkdtempSync(join(tmpdir(), "lingong-initdb-"));
  const file = join(directory, "password");
  writeFileSync(file, password, { mode: 0o600 });
  if (account !== null) for (const path of [directory, file]) chownSync(path, account.uid, account.gid);
  return { options: ["--auth=scram-sha-256", `--pwfile=${file}`], remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/**
 * Makes a new cluster at `directory`. It is built beside it and moved there when complete, so that a kill in between
 * leaves no half of one. `password` null: everybody on this machine may connect (throw-away clusters of tests).
 */
export async function createCluster(options: {
  readonly directory: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly password: string | null;
}): Promise<void> {
  const { directory, binaries, account } = options;
  const building = `${directory}.new`;
  rmSync(building, { recursive: true, force: true });
  const place = preparePlace(building, account);
  const credentials = withPasswordFile(options.password, account);
  try {
    const said = await run(
      binaries.initdb,
      ["-D", place.argument, "-U", "postgres", "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync", ...credentials.options],
      spawnOptions(place),
    );
    if (!existsSync(join(building, "PG_VERSION"))) throw explainFailure(said, dirname(directory));
  } finally {
    credentials.remove();
  }
  if (existsSync(directory)) rmSync(directory, { recursive: true });
  renameSync(building, directory);
}

function run(command: string, arguments_: readonly string[], options: ReturnType<typeof spawnOptions>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, arguments_, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        said += text;
      });
    }
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}
