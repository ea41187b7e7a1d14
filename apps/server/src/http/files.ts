import { isFileId, type LocalFileStore } from "@lingong/providers";
import type { FastifyInstance, FastifyRequest } from "fastify";

export interface FilesOptions {
  readonly files: LocalFileStore;
  /** Whether the sender of this request may see the file. */
  readonly maySee: (request: FastifyRequest, fileId: string) => Promise<boolean>;
}

/** Pictures, to those who may see them; who may not learns nothing of whether there is one. */
export function registerFiles(app: FastifyInstance, options: FilesOptions): void {
  app.get<{ Params: { id: string }; Querystring: { size?: string } }>("/files/:id", async (request, reply) => {
    const { id } = request.params;
    const rendition = request.query.size === "thumbnail" ? "thumbnail" : "large";
    const file = isFileId(id) && (await options.maySee(request, id)) ? await options.files.open(id, rendition) : null;
    if (file === null) return reply.code(404).send({ error: { code: "not_found" } });
    return reply
      .header("content-type", file.type)
      .header("content-length", file.bytes)
      .header("cache-control", "private, max-age=31536000, immutable")
      .header("content-disposition", file.type === "application/pdf" ? "attachment; filename=evidence.pdf" : "inline")
      .send(file.stream);
  });
}
