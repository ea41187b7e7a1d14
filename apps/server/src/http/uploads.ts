import type { UploadServer } from "@lingong/providers";
import type { FastifyInstance } from "fastify";

/** Hands tus its raw requests. Its bodies are bytes of any length: Fastify must not read them. */
export async function registerUploads(app: FastifyInstance, path: string, uploads: UploadServer): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
    const route = {
      method: ["POST", "HEAD", "PATCH", "OPTIONS", "DELETE", "GET"] as ("POST" | "HEAD" | "PATCH" | "OPTIONS" | "DELETE" | "GET")[],
      exposeHeadRoute: false,
      handler: async (
        request: { raw: Parameters<UploadServer["handle"]>[0] },
        reply: { raw: Parameters<UploadServer["handle"]>[1]; hijack(): void },
      ) => {
        reply.hijack();
        await uploads.handle(request.raw, reply.raw);
      },
    };
    scope.route({ url: path, ...route });
    scope.route({ url: `${path}/*`, ...route });
  });
}
