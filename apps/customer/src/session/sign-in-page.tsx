import { LanguageMenu, Page, Panel } from "@lingong/ui";
import { IconEyeOff, IconLock, IconShieldCheck } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../shell/page-title.tsx";
import { useCustomerSession, useIsSignedIn } from "./session-context.tsx";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

export interface SignInPageProps {
  /** The address to come back to. */
  readonly next: string | undefined;
}

/** Only addresses of this app: a link from elsewhere must not lead away. */
export function safeNext(next: string | undefined): string {
  return next?.startsWith("/") && !next.startsWith("//") && !next.startsWith("/\\") && !next.startsWith("/sign-in") ? next : "/";
}

/** Sign-up and sign-in in one: a number and its code. */
export function SignInPage({ next }: SignInPageProps) {
  const { t } = useTranslation("customer");
  const router = useRouter();
  const { me } = useCustomerSession();
  const signedIn = useIsSignedIn();
  useEffect(() => {
    if (signedIn && me) router.history.replace(safeNext(next));
  }, [signedIn, me, next, router]);
  const promises = [
    { icon: IconEyeOff, text: t("signIn.promisePrivate") },
    { icon: IconLock, text: t("signIn.promiseEscrow") },
    { icon: IconShieldCheck, text: t("signIn.promiseInsured") },
  ];
  return (
    <Page title={t("signIn.title")} subtitle={t("signIn.subtitle")} onBack={() => router.history.back()} aside={<LanguageMenu />}>
      <PageTitle>{t("signIn.title")}</PageTitle>
      <Panel>
        <SignInForm submitLabel={t("signIn.submit")} onSignedIn={() => undefined} />
      </Panel>
      <ul className={classes.promises}>
        {promises.map(({ icon: Glyph, text }) => (
          <li key={text}>
            <Glyph size={20} aria-hidden />
            {text}
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>{t("signIn.terms")}</p>
    </Page>
  );
}
