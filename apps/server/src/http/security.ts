import type { FastifyInstance } from "fastify";

/** What our own pages may load: nothing inline but styles (the component library sets them on elements), pictures also from a map's tile server. */
function contentSecurityPolicy(secure: boolean): string {
  const directives = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return [...directives, ...(secure ? ["upgrade-insecure-requests"] : [])].join("; ");
}

/** For data: it is no page, whatever a browser may think. What only pages heed would be a third of a small answer's bytes. */
function dataHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/** For whatever a browser may show. */
function pageHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    ...dataHeaders(secure),
    "content-security-policy": contentSecurityPolicy(secure),
    "referrer-policy": "same-origin",
    "x-dns-prefetch-control": "off",
    "x-frame-options": "DENY",
    "x-permitted-cross-domain-policies": "none",
    ...(secure ? { "cross-origin-opener-policy": "same-origin" } : {}),
  };
}

/**
 * Headers that let our own pages do what they do, and nothing else: no inline script, no frames around us. Answers under
 * `data` are JSON only. Both sets are written once: putting them together again for each request cost a twentieth of a read.
 */
export function registerSecurity(app: FastifyInstance, options: { secure: boolean; data: string }): void {
  const [data, page] = [dataHeaders(options.secure), pageHeaders(options.secure)];
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(request.url.startsWith(options.data) ? data : page);
    done();
  });
}
