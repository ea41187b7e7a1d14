import { useAppSession } from "@lingong/client/react";
import { BottomSheet } from "@lingong/ui";
import { IconCloudCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

/** The session is over, the form under it is kept: sign in and go on where one was. */
export function ExpiredSheet() {
  const { t } = useTranslation("customer");
  const { expired, me, leave } = useAppSession();
  return (
    <BottomSheet opened={expired} onClose={() => void leave()} title={t("signIn.expiredTitle")}>
      <p className={classes.lead}>{t("signIn.expiredBody")}</p>
      <div className={classes.saved}>
        <IconCloudCheck size={24} aria-hidden />
        <div>
          <b>{t("signIn.expiredKept")}</b>
          <span>{t("signIn.expiredKeptBody", { phone: me?.phoneMasked ?? "" })}</span>
        </div>
      </div>
      <SignInForm submitLabel={t("signIn.expiredSubmit")} onSignedIn={() => undefined} />
    </BottomSheet>
  );
}
