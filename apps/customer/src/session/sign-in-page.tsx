import { useAppSession, useIsSignedIn } from "@lingong/client/react";
import { LanguageMenu, Page, Panel, Points } from "@lingong/ui";
import { IconEyeOff, IconLock, IconShieldCheck } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../shell/page-title.tsx";
import { safeNext } from "./safe-next.ts";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

export interface SignInPageProps {
  /** The address to come back to. */
  readonly next: string | undefined;
}

/** Sign-up and sign-in in one: a number and its code. */
export function SignInPage({ next }: SignInPageProps) {
  const { t } = useTranslation("customer");
  const router = useRouter();
  const { me } = useAppSession();
  const signedIn = useIsSignedIn();
  useEffect(() => {
    if (signedIn && me) router.history.replace(safeNext(next));
  }, [signedIn, me, next, router]);
  const promises = [
    { key: "private", icon: IconEyeOff, children: t("signIn.promisePrivate") },
    { key: "escrow", icon: IconLock, children: t("signIn.promiseEscrow") },
    { key: "insured", icon: IconShieldCheck, children: t("signIn.promiseInsured") },
  ];
  return (
    <Page title={t("signIn.title")} subtitle={t("signIn.subtitle")} onBack={() => router.history.back()} aside={<LanguageMenu />}>
      <PageTitle>{t("signIn.title")}</PageTitle>
      <Panel>
        <SignInForm submitLabel={t("signIn.submit")} />
      </Panel>
      <Points points={promises} quiet />
      <p className={classes.quiet}>{t("signIn.terms")}</p>
    </Page>
  );
}
