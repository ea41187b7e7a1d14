import { useClient, useIsSignedIn } from "@lingong/client/react";
import { useEffect, useRef, useState } from "react";
import type { KeptDraft } from "./device-drafts.ts";
import type { Draft } from "./use-draft.ts";

const quietFor = 1_200;

/** Sends the draft to the server when typing has paused; what fails goes with the next change, or when signed in again. */
export function useServerCopy(draft: KeptDraft | null): Draft["kept"] {
  const { api } = useClient();
  const signedIn = useIsSignedIn();
  const [kept, setKept] = useState<Draft["kept"]>("device");
  const sent = useRef<string | null>(null);
  useEffect(() => {
    if (draft === null || !signedIn) {
      setKept("device");
      return;
    }
    const copy = JSON.stringify([draft.form, draft.step]);
    if (copy === sent.current) {
      setKept("server");
      return;
    }
    let current = true;
    setKept("saving");
    const timer = setTimeout(async () => {
      try {
        await api.drafts.save.mutate({
          draftId: draft.id,
          categoryId: draft.form.categoryId,
          step: draft.step,
          form: JSON.parse(JSON.stringify(draft.form)),
        });
        sent.current = copy;
        if (current) setKept("server");
      } catch {
        if (current) setKept("device");
      }
    }, quietFor);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, draft, signedIn]);
  return kept;
}
