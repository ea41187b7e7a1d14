import type { SaveClaimInput, StepClaimInput } from "@lingong/contracts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "./provider.tsx";
import { useIntended } from "./use-intended.ts";
import { useUpload } from "./use-upload.ts";

type SaveWish = Omit<SaveClaimInput, "idempotencyKey">;
type StepWish = Omit<StepClaimInput, "idempotencyKey">;

/** The insurance of an order as this side has it, and what may be done about it. */
export function useInsurance(orderId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.claims.ofOrder.queryOptions({ orderId }));
  const uploads = useUpload();
  const save = useIntended<SaveWish, unknown>("claims.save", (api, input) => api.claims.save.mutate(input));
  const step = useIntended<StepWish, unknown>("claims.step", (api, input) => api.claims.step.mutate(input));
  const renew = () => queryClient.invalidateQueries({ queryKey: trpc.claims.pathKey() });
  return {
    insurance: data,
    desk: {
      save: async (wish: SaveWish) => {
        await save.mutateAsync(wish);
        await renew();
      },
      step: async (wish: StepWish) => {
        await step.mutateAsync(wish);
        await renew();
      },
      upload: (file: File, label: string) => {
        const takenAt = new Date(file.lastModified).toISOString();
        return uploads.upload({ file, photoId: crypto.randomUUID(), purpose: "claim", orderId, label, takenAt });
      },
    },
  };
}
