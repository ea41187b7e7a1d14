import { useAppSession } from "@lingong/client/react";
import { BrandMark, ColorSchemeMenu, LanguageMenu, Panel, Points } from "@lingong/ui";
import { IconHistory, IconLock, IconShieldLock } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { PageTitle } from "../shell/page-title.tsx";
import { safeNext } from "./safe-next.ts";
import classes from "./session.module.css";
import { SignInForm } from "./sign-in-form.tsx";

const promises = [
  { key: "password", icon: IconShieldLock },
  { key: "hours", icon: IconLock },
  { key: "audit", icon: IconHistory },
] as const;

export interface SignInPageProps {
  /** The address to come back to. */
  readonly next: string | undefined;
}

/** The door of the dashboard. */
export function SignInPage({ next }: SignInPageProps) {
  const { t } = useTranslation("admin");
  const router = useRouter();
  const { me, expired } = useAppSession();
  const inside = me != null && !expired;
  useEffect(() => {
    if (inside) router.history.replace(addressOf(safeNext(next)));
  }, [inside, next, router]);
  return (
    <main className={classes.page}>
      <PageTitle>{t("signIn.title")}</PageTitle>
      <div className={classes.settings}>
        <LanguageMenu />
        <ColorSchemeMenu />
      </div>
      <div className={classes.door}>
        <div className={classes.brand}>
          <BrandMark size={44} />
          <div>
            <h1 className={classes.title}>{t("signIn.heading")}</h1>
            <p className={classes.lead}>{t("signIn.lead")}</p>
          </div>
        </div>
        <Panel>
          <SignInForm submitLabel={t("signIn.submit")} />
        </Panel>
        <div className={classes.promises}>
          <Points points={promises.map((promise) => ({ ...promise, children: t(`signIn.promise.${promise.key}`) }))} size={13} quiet />
        </div>
      </div>
    </main>
  );
}
