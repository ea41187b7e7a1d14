import type { Me, RequestCodeOutput, SignInWithCodeInput } from "@lingong/contracts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { deviceNameOf } from "../device-name.ts";
import { useTRPC } from "./provider.tsx";
import { useAppSession } from "./session-context.tsx";
import { useCodeRequest } from "./use-code-request.ts";

const phoneDigits = 11;
const codeDigits = 6;

export interface CodeSignIn {
  readonly phone: string;
  readonly setPhone: (digits: string) => void;
  readonly code: string;
  readonly setCode: (digits: string) => void;
  /** Null: the number is asked for; else its code. */
  readonly sent: RequestCodeOutput | null;
  readonly sending: boolean;
  readonly triesLeft: number;
  readonly error: unknown;
  readonly busy: boolean;
  /** Whether the next step can be taken: the number is whole; once a code was sent, the code is. */
  readonly ready: boolean;
  /** Sends the code, or signs in with it. */
  readonly next: () => void;
  readonly submit: (code: string) => void;
  readonly resend: () => void;
  /** Another number: what was sent is forgotten. */
  readonly changePhone: () => void;
}

/** How this device is listed among those signed in. */
function thisDevice(): string | undefined {
  return deviceNameOf(navigator.userAgent) ?? undefined;
}

/** Tells the app who has signed in, then whoever waits for it. */
function useWelcome(onSignedIn?: () => void): (answer: { readonly me: Me }) => Promise<void> {
  const { signedIn } = useAppSession();
  return async ({ me }) => {
    await signedIn(me);
    onSignedIn?.();
  };
}

/** Signing in by number and code, step by step, in the language a new account is to be addressed in; the screen only draws it. */
export function useCodeSignIn(locale: SignInWithCodeInput["locale"], onSignedIn?: () => void): CodeSignIn {
  const trpc = useTRPC();
  const request = useCodeRequest();
  const welcome = useWelcome(onSignedIn);
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [wrongTries, setWrongTries] = useState(0);
  const signIn = useMutation(
    trpc.accounts.signInWithCode.mutationOptions({
      onSuccess: welcome,
      onError: () => {
        setWrongTries((tries) => tries + 1);
        setCode("");
      },
    }),
  );
  const begin = () => {
    setWrongTries(0);
    setCode("");
    signIn.reset();
  };
  const resend = () => {
    begin();
    request.send(phone);
  };
  const submit = (digits: string) => signIn.mutate({ phone, code: digits, deviceName: thisDevice(), locale });
  const { sent, sending } = request;
  return {
    phone,
    setPhone,
    code,
    setCode,
    sent,
    sending,
    triesLeft: Math.max(0, (sent?.triesLeft ?? 0) - wrongTries),
    error: signIn.error ?? request.error,
    busy: sending || signIn.isPending,
    ready: phone.length === phoneDigits && (sent === null || code.length === codeDigits),
    next: () => (sent === null ? resend() : submit(code)),
    submit,
    resend,
    changePhone: () => {
      begin();
      request.forget();
    },
  };
}

export interface PasswordSignIn {
  readonly error: unknown;
  readonly busy: boolean;
  readonly submit: (phone: string, password: string) => void;
}

/** Signing in by number and password, for those who have set one. */
export function usePasswordSignIn(onSignedIn?: () => void): PasswordSignIn {
  const trpc = useTRPC();
  const signIn = useMutation(trpc.accounts.signInWithPassword.mutationOptions({ onSuccess: useWelcome(onSignedIn) }));
  return {
    error: signIn.error,
    busy: signIn.isPending,
    submit: (phone, password) => signIn.mutate({ phone, password, deviceName: thisDevice() }),
  };
}
