import { useIntended, useTRPC } from "@lingong/client/react";
import type { TeamView } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";

type Step =
  | { readonly type: "renewCode"; readonly after: string | null }
  | { readonly type: "join"; readonly code: string }
  | { readonly type: "leave"; readonly teamId: string }
  | { readonly type: "remove"; readonly memberId: string };

/** A step in a team, once however often it is sent; what it answers is shown at once. */
export function useTeamStep() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const step = useIntended<Step, TeamView>("team", (api, { idempotencyKey, ...wanted }) => {
    switch (wanted.type) {
      case "renewCode":
        return api.teams.renewCode.mutate({ idempotencyKey });
      case "join":
        return api.teams.join.mutate({ idempotencyKey, code: wanted.code });
      case "leave":
        return api.teams.leave.mutate({ idempotencyKey });
      case "remove":
        return api.teams.remove.mutate({ idempotencyKey, memberId: wanted.memberId });
    }
  });
  const keep = (view: TeamView) => void queryClient.setQueryData(trpc.teams.mine.queryKey(), view);
  return { error: step.error, pending: step.isPending, take: (wanted: Step) => step.mutate(wanted, { onSuccess: keep }) };
}
