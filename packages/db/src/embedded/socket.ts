import { existsSync } from "node:fs";
import { platform } from "node:os";
import { join } from "node:path";
import type { Place } from "./place.ts";
import type { RunningServer } from "./server.ts";

/** What the kernels take as a socket's path, the closing zero included (Linux 108, macOS 104). */
const mostBytes = 104;
const longestPort = 65_535;

function socketFile({ path }: Pick<Place, "path">, port: number): string {
  return join(path, `.s.PGSQL.${port}`);
}

/**
 * Where the server listens beside its port: in its own folder, which only its account and we may enter. Empty: nowhere, as the
 * path would be too long, or the system has no such sockets.
 */
export function socketDirectory(place: Pick<Place, "path">): "." | "" {
  const fits = Buffer.byteLength(socketFile(place, longestPort)) < mostBytes;
  return fits && platform() !== "win32" ? "." : "";
}

/**
 * The address of one of the server's databases: by its socket where there is one, which costs both sides half of what the
 * loopback does (measured), else by its port.
 */
export function addressOf(place: Pick<Place, "path">, server: RunningServer, database: string, password: string | null): string {
  const credentials = password === null ? "postgres" : `postgres:${encodeURIComponent(password)}`;
  const socket = existsSync(socketFile(place, server.port)) ? `?host=${encodeURIComponent(place.path)}` : "";
  return `postgres://${credentials}@127.0.0.1:${server.port}/${database}${socket}`;
}
