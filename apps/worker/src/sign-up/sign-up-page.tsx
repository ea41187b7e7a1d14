import { useAppSession, useCodeSignIn, useIsSignedIn, usePasswordSignIn } from "@lingong/client/react";
import type { WorkerKind } from "@lingong/contracts";
import { OtherWayButton, PasswordForm, PhoneAndCode, Point, type SignInWay, useLanguage } from "@lingong/ui";
import { IconShieldCheck } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { FirstJob } from "./first-job.tsx";
import { loadJoinDraft, saveJoinDraft } from "./join-draft.ts";
import { KindChoice } from "./kind-choice.tsx";
import { PhoneLanguage } from "./phone-language.tsx";
import { safeNext } from "./safe-next.ts";
import classes from "./sign-up.module.css";

export interface SignUpPageProps {
  /** The page to come back to. */
  readonly next: string | undefined;
}

/** Sign-up and sign-in in one: a number and its code; who is new says as what they take orders. */
export function SignUpPage({ next }: SignUpPageProps) {
  const { t } = useTranslation("worker");
  const router = useRouter();
  const { me } = useAppSession();
  const signedIn = useIsSignedIn();
  const { t: common } = useTranslation("common");
  const { language } = useLanguage();
  const signIn = useCodeSignIn(language);
  const password = usePasswordSignIn();
  const form = useId();
  const [way, setWay] = useState<SignInWay>("code");
  const [kind, setKind] = useState<WorkerKind>(() => loadJoinDraft().kind);
  const chooseKind = (chosen: WorkerKind) => {
    setKind(chosen);
    saveJoinDraft({ ...loadJoinDraft(), kind: chosen });
  };
  useEffect(() => {
    if (signedIn && me) router.history.replace(addressOf(me.worker === null ? "/join" : safeNext(next)));
  }, [signedIn, me, next, router]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    signIn.next();
  };
  const sent = signIn.sent !== null;
  return (
    <Screen
      title={t("signUp.title")}
      aside={<PhoneLanguage />}
      width="wide"
      actions={
        way === "code"
          ? {
              consequence: <span className={classes.agree}>{t("signUp.agree")}</span>,
              primary: {
                label: sent ? t("signUp.next") : common("signIn.sendCode"),
                type: "submit",
                form,
                loading: signIn.busy,
                disabled: !signIn.ready,
              },
            }
          : undefined
      }
    >
      <Columns
        even
        main={
          <>
            <div>
              <h2 className={classes.lead}>{t("signUp.lead")}</h2>
              <p className={classes.second}>{t("signUp.leadSecond")}</p>
            </div>
            {way === "password" && <PasswordForm phone={signIn.phone} onPhone={signIn.setPhone} signIn={password} submitLabel={t("signIn.submit")} />}
            {way === "code" && (
              <form id={form} onSubmit={onSubmit} className={classes.form}>
                <PhoneAndCode signIn={signIn} />
                <KindChoice value={kind} onChange={chooseKind} />
              </form>
            )}
          </>
        }
        side={
          <>
            <FirstJob />
            <Point icon={IconShieldCheck}>{t("signUp.promise")}</Point>
            <OtherWayButton way={way} onChange={setWay} />
          </>
        }
      />
    </Screen>
  );
}
