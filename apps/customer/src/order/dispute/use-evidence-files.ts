import { useAppSession, useTRPC } from "@lingong/client/react";
import type { PhotoView } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { type PhotoUploads, usePhotoUploads } from "../../components/use-photo-uploads.ts";
import { useOrder } from "../order-context.tsx";

export interface EvidenceFiles {
  /** Arrived, one's own, and not brought forward yet. */
  readonly waiting: readonly PhotoView[];
  readonly uploads: PhotoUploads;
}

/** Photos and documents on their way to become evidence: they count once they are submitted. */
export function useEvidenceFiles(): EvidenceFiles {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { order } = useOrder();
  const { me } = useAppSession();
  const uploads = usePhotoUploads({
    purpose: "evidence",
    orderId: order.id,
    onUploaded: () => void queryClient.invalidateQueries({ queryKey: trpc.orders.get.queryKey({ orderId: order.id }) }),
  });
  const submitted = new Set((order.dispute?.evidence ?? []).flatMap(({ files }) => files.map(({ id }) => id)));
  const waiting = order.photos.filter(({ id, purpose, url, by }) => purpose === "evidence" && by === me?.id && url !== null && !submitted.has(id));
  return { waiting, uploads };
}
