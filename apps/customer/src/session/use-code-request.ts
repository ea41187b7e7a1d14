import { useTRPC } from "@lingong/client/react";
import type { RequestCodeOutput } from "@lingong/contracts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

export interface CodeRequest {
  /** Null: none was sent yet. */
  readonly sent: RequestCodeOutput | null;
  readonly send: (phone: string) => void;
  readonly sending: boolean;
  readonly error: unknown;
  readonly forget: () => void;
}

/** A code by SMS: asked for once, its expiry, tries and the moment it may be sent again kept for the screen. */
export function useCodeRequest(): CodeRequest {
  const trpc = useTRPC();
  const [sent, setSent] = useState<RequestCodeOutput | null>(null);
  const request = useMutation(trpc.accounts.requestCode.mutationOptions({ onSuccess: setSent }));
  return {
    sent,
    send: (phone) => request.mutate({ phone }),
    sending: request.isPending,
    error: request.error,
    forget: () => {
      setSent(null);
      request.reset();
    },
  };
}
