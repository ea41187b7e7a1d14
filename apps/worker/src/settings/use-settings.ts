import { useTRPC } from "@lingong/client/react";
import type { SettingsView, UpdateSettingsInput } from "@lingong/contracts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

/** The worker's settings; each change is shown at once, saved by itself, and taken back where the server refuses it. */
export function useSettings() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queryKey = trpc.workers.settings.queryKey();
  const query = useQuery(trpc.workers.settings.queryOptions());
  const update = useMutation(
    trpc.workers.updateSettings.mutationOptions({
      scope: { id: "settings" },
      onError: () => queryClient.invalidateQueries({ queryKey }),
      onSuccess: (saved) => {
        // Another change has been made meanwhile: what is on screen is newer than this answer.
        if (queryClient.isMutating({ mutationKey: trpc.workers.updateSettings.mutationKey() }) > 1) return;
        queryClient.setQueryData(queryKey, saved);
        void queryClient.invalidateQueries({ queryKey: trpc.accounts.me.queryKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.workers.today.queryKey() });
      },
    }),
  );
  const save: ChangeSettings = (change) => {
    queryClient.setQueryData(queryKey, (before) => (before === undefined ? before : merged(before, change)));
    update.mutate(change);
  };
  return { query, save, saving: update.isPending, error: update.error };
}

export type ChangeSettings = (change: UpdateSettingsInput) => void;

/** What the settings will be with a change; qualifications are the server's to judge. */
export function merged(settings: SettingsView, change: UpdateSettingsInput): SettingsView {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return { ...settings, ...given };
}
