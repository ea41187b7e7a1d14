import { deviceNameOf } from "@lingong/client";
import { useAppSession, useCodeRequest, useTRPC } from "@lingong/client/react";
import type { RequestCodeOutput } from "@lingong/contracts";
import { knownErrorOf } from "@lingong/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

const phoneDigits = 11;
const codeDigits = 6;

export interface AdminSignIn {
  readonly phone: string;
  readonly setPhone: (digits: string) => void;
  readonly password: string;
  readonly setPassword: (password: string) => void;
  readonly code: string;
  readonly setCode: (digits: string) => void;
  /** Null: number and password are asked for; else the code. */
  readonly sent: RequestCodeOutput | null;
  readonly triesLeft: number;
  readonly busy: boolean;
  readonly sending: boolean;
  readonly error: unknown;
  /** Whether the next step can be taken. */
  readonly ready: boolean;
  readonly next: () => void;
  readonly submit: (code: string) => void;
  readonly resend: () => void;
  /** Back to number and password: what was sent is forgotten. */
  readonly changePhone: () => void;
}

/** Number and password, then the second factor: a code by SMS, or the authenticator's where one is set up. */
export function useAdminSignIn(): AdminSignIn {
  const trpc = useTRPC();
  const { signedIn } = useAppSession();
  const request = useCodeRequest();
  const [phone, setPhone] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [wrongTries, setWrongTries] = useState(0);
  const signIn = useMutation(
    trpc.accounts.signInWithPassword.mutationOptions({
      onSuccess: ({ me }) => signedIn(me),
      onError: (error) => {
        setCode("");
        const known = knownErrorOf(error).code;
        if (known === "code_wrong") setWrongTries((tries) => tries + 1);
        if (known === "password_wrong") request.forget();
      },
    }),
  );
  const send = () => {
    setWrongTries(0);
    setCode("");
    signIn.reset();
    request.send(phone);
  };
  const submit = (digits: string) => signIn.mutate({ phone, password, code: digits, deviceName: deviceNameOf(navigator.userAgent) ?? undefined });
  const { sent } = request;
  const complete = phone.length === phoneDigits && password !== "";
  return {
    phone,
    setPhone,
    password,
    setPassword,
    code,
    setCode,
    sent,
    triesLeft: Math.max(0, (sent?.triesLeft ?? 0) - wrongTries),
    busy: request.sending || signIn.isPending,
    sending: request.sending,
    error: signIn.error ?? request.error,
    ready: complete && (sent === null || code.length === codeDigits),
    next: () => (sent === null ? send() : submit(code)),
    submit,
    resend: send,
    changePhone: () => {
      signIn.reset();
      request.forget();
    },
  };
}
