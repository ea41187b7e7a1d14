import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/**
 * Headers that let our own pages do what they do, and nothing else: no inline script, no frames around us. Styles may be
 * inline because the component library sets them on elements; pictures may come from a map's tile server.
 */
export async function registerSecurity(app: FastifyInstance, options: { secure: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:", "https:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'", "ws:", "wss:"],
        workerSrc: ["'self'", "blob:"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(options.secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: options.secure ? { policy: "same-origin" } : false,
    originAgentCluster: false,
    referrerPolicy: { policy: "same-origin" },
  });
}
