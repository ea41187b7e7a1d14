import { useAppSession } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";

export interface SignedInWorker {
  readonly me: Me;
  readonly worker: NonNullable<Me["worker"]>;
}

/** The registered worker who looks at this page. Only for pages behind the guard. */
export function useWorker(): SignedInWorker {
  const { me } = useAppSession();
  if (me == null || me.worker === null) throw new Error("useWorker: this page is for registered workers");
  return { me, worker: me.worker };
}

/** Whether live work may be expected: somebody is signed in and registered, and their session counts. */
export function useIsWorking(): boolean {
  const { me, expired } = useAppSession();
  return me != null && me.worker !== null && !expired;
}
