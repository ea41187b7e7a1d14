import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../stop/refusal.ts";

/** The three apps by their place under the origin; longer prefixes first, since `/` holds everything. */
export const webApps = [
  { name: "worker", prefix: "/worker/" },
  { name: "admin", prefix: "/admin/" },
  { name: "customer", prefix: "/" },
] as const;

/** Addresses that belong to programs: an unknown one is an error, never the customer app's page. */
const programPaths = ["/api/", "/live", "/files/", "/calendar/", "/uploads", "/webhooks/", "/dev/", "/metrics", "/healthz"];

/** @throws Refusal when an app has not been built. */
function distOf(appsFolder: string, name: string): string {
  const dist = join(appsFolder, name, "dist");
  if (!existsSync(join(dist, "index.html"))) {
    throw new Refusal(`The ${name} app has not been built (apps/${name}/dist/index.html is missing): start with npm start, which builds it.`);
  }
  return dist;
}

/** Hashed files never change; everything else is asked for anew, so that a new version is there at the next visit. */
function cacheFor(path: string): string {
  return /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+(?:\.br|\.gz)?$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

/** Serves the built apps; an address that a browser opens and no file answers is a screen of its app. */
export async function registerWebApps(app: FastifyInstance, appsFolder: string): Promise<void> {
  for (const [index, { name, prefix }] of webApps.entries()) {
    await app.register(fastifyStatic, {
      root: distOf(appsFolder, name),
      prefix,
      decorateReply: index === 0,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply: FastifyReply, path: string) => void reply.header("cache-control", cacheFor(path)),
    });
    if (prefix !== "/") app.get(prefix.slice(0, -1), (_request, reply) => reply.redirect(prefix, 308));
  }
  app.setNotFoundHandler((request, reply) => {
    const screen = screenOf(request);
    if (screen === null) return reply.code(404).send({ error: "not_found" });
    return reply.header("cache-control", "no-cache").sendFile("index.html", distOf(appsFolder, screen));
  });
}

/** The app whose screen was asked for, or null for what is no screen: a program's address, a missing file. */
function screenOf(request: FastifyRequest): string | null {
  const path = request.url.split("?", 1)[0] ?? "/";
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  if (programPaths.some((prefix) => path.startsWith(prefix)) || /\.\w{1,11}$/.test(path)) return null;
  return webApps.find(({ prefix }) => path.startsWith(prefix))?.name ?? null;
}
