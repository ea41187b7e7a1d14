import { useAppSession, useTRPC } from "@lingong/client/react";
import { checkIdentityNumber, defaultPolicy, type ErrorCode } from "@lingong/domain";
import { useServerClock } from "@lingong/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { forgetJoinDraft, type JoinDraft, loadJoinDraft, saveJoinDraft } from "./join-draft.ts";

export interface Join {
  readonly draft: JoinDraft;
  readonly change: (part: Partial<JoinDraft>) => void;
  readonly idNumber: string;
  readonly setIdNumber: (value: string) => void;
  /** What is wrong with the number as it stands; null: nothing, or not whole yet. */
  readonly idProblem: ErrorCode | null;
  readonly consent: boolean;
  readonly setConsent: (given: boolean) => void;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly submit: (cityId: string) => void;
}

const numberLength = 18;

/** The local day of an instant in China, where ID numbers are issued. */
const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" });

/** Real name and ID number, judged on the device by the domain's own check before they are sent. */
export function useJoin(onJoined: () => void): Join {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const now = useServerClock();
  const { me } = useAppSession();
  const [draft, setDraft] = useState(loadJoinDraft);
  const [idNumber, setIdNumber] = useState("");
  const [consent, setConsent] = useState(false);
  const register = useMutation(
    trpc.accounts.registerWorker.mutationOptions({
      onSuccess: (registered) => {
        forgetJoinDraft();
        queryClient.setQueryData(trpc.accounts.me.queryKey(), registered);
        onJoined();
      },
    }),
  );
  const checked = checkIdentityNumber(idNumber, dayOf.format(now()), defaultPolicy.access.ageLeast);
  const change = (part: Partial<JoinDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    saveJoinDraft(next);
  };
  return {
    draft,
    change,
    idNumber,
    setIdNumber: (value) =>
      setIdNumber(
        value
          .replace(/[^\dXx]/g, "")
          .slice(0, numberLength)
          .toUpperCase(),
      ),
    idProblem: idNumber.length === numberLength && !checked.ok ? checked.error.code : null,
    consent,
    setConsent,
    ready: draft.realName.trim().length >= 2 && checked.ok && consent && draft.categoryIds.length > 0,
    busy: register.isPending,
    error: register.error,
    submit: (cityId) =>
      register.mutate({
        realName: draft.realName.trim(),
        idNumber,
        consent: true,
        kind: draft.kind,
        ...(draft.kind === "team" ? { crewSize: draft.crewSize } : {}),
        categoryIds: [...draft.categoryIds],
        tags: me?.worker?.tags ?? [],
        cityId,
      }),
  };
}
