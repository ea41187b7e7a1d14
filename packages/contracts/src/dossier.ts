import { z } from "zod";
import { sha256 } from "./common.ts";

export const exportedDossier = z.object({
  fileName: z.string(),
  /** The file itself: canonical JSON, to be saved byte for byte. */
  content: z.string(),
  records: z.int(),
  /** One hash over the whole: whoever knows it can tell this dossier from any other. */
  root: sha256,
});
export type ExportedDossier = z.infer<typeof exportedDossier>;
