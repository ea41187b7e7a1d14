import type { Dossier, PhotoView } from "@lingong/contracts";
import { citation } from "@lingong/ui";

/** A picture at the desk, and how it is cited; null: it came with no event of its own. */
export interface ComparedPhoto {
  readonly photo: PhotoView;
  readonly code: string | null;
}

const order: readonly PhotoView["purpose"][] = ["after", "evidence", "add_on", "during", "before"];

/** The pictures of each side, those of the finish first; documents stand among the statements. */
export function comparedPhotos({ order: { photos, dispute }, customer }: Pick<Dossier, "order" | "customer">): {
  readonly worker: readonly ComparedPhoto[];
  readonly customer: readonly ComparedPhoto[];
} {
  const codes = new Map((dispute?.evidence ?? []).flatMap(({ version, files }) => files.map(({ id }) => [id, citation(version)] as const)));
  const shown = photos
    .filter(({ url, type, purpose }) => url !== null && type !== "application/pdf" && order.includes(purpose))
    .toSorted((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose))
    .map((photo) => ({ photo, code: codes.get(photo.id) ?? null }));
  return {
    worker: shown.filter(({ photo }) => photo.by !== customer.id),
    customer: shown.filter(({ photo }) => photo.by === customer.id),
  };
}
