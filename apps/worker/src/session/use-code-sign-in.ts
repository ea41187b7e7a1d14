import { type CodeRequest, useAppSession, useCodeRequest, useTRPC } from "@lingong/client/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const phoneDigits = 11;
const codeDigits = 6;

export interface CodeSignIn {
  readonly phone: string;
  readonly setPhone: (digits: string) => void;
  readonly code: string;
  readonly setCode: (digits: string) => void;
  readonly request: CodeRequest;
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

/** Signing in by number and code, step by step; the screen only draws it. */
export function useCodeSignIn(): CodeSignIn {
  const { i18n } = useTranslation();
  const trpc = useTRPC();
  const { signedIn } = useAppSession();
  const request = useCodeRequest();
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [wrongTries, setWrongTries] = useState(0);
  const signIn = useMutation(
    trpc.accounts.signInWithCode.mutationOptions({
      onSuccess: ({ me }) => signedIn(me),
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
  const submit = (digits: string) => signIn.mutate({ phone, code: digits, locale: i18n.language === "en" ? "en" : "zh-CN" });
  const sent = request.sent !== null;
  return {
    phone,
    setPhone,
    code,
    setCode,
    request,
    triesLeft: Math.max(0, (request.sent?.triesLeft ?? 0) - wrongTries),
    error: signIn.error ?? request.error,
    busy: request.sending || signIn.isPending,
    ready: phone.length === phoneDigits && (!sent || code.length === codeDigits),
    next: () => (sent ? submit(code) : resend()),
    submit,
    resend,
    changePhone: () => {
      begin();
      request.forget();
    },
  };
}
