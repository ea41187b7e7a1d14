import { completeUpload, createContext, mayUpload, type RequestFacts, type Services } from "@lingong/api";
import { isId } from "@lingong/db";
import { FileRefusal, type UploadHooks } from "@lingong/providers";

/** What tus needs to know of people and pictures, from the use-cases. */
export function createUploadHooks(services: Services, parseCookies: (header: string) => RequestFacts["cookies"]): UploadHooks {
  return {
    async identify(headers) {
      const { session, tokenRefused } = await createContext(services, {
        headers: Object.fromEntries(headers),
        cookies: parseCookies(headers.get("cookie") ?? ""),
        address: "",
        reference: "",
        writeCookie: () => undefined,
      });
      if (session === null) throw new FileRefusal(tokenRefused ? "session_expired" : "not_signed_in");
      return { userId: session.userId };
    },
    async admit({ userId, metadata, bytes }) {
      const { photoId } = metadata;
      const announced = photoId !== undefined && isId(photoId) ? await mayUpload(services, { userId }, photoId) : null;
      if (announced === null || photoId === undefined) throw new FileRefusal("not_found");
      if (announced.bytes !== bytes) throw new FileRefusal("invalid_input");
      return { fileId: photoId };
    },
    async stored(file) {
      const kept = await completeUpload(services, {
        id: file.fileId,
        storageKey: file.fileId,
        contentType: file.type === "application/pdf" ? file.type : "image/webp",
        bytes: file.bytes,
        width: file.width,
        height: file.height,
        sha256: file.sha256,
        takenAt: file.takenAt,
        takenPosition: file.takenAtPosition,
      });
      if (!kept) throw new FileRefusal("unsupported_file");
    },
  };
}
