import { useAppSession } from "@lingong/client/react";
import { BottomSheet } from "@lingong/ui";
import { IconCloudCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./session.module.css";
import { SignInForm } from "./sign-in-form.tsx";

/** The session is over, the page under it is kept: sign in and go on where one was. */
export function ExpiredSheet() {
  const { t } = useTranslation("admin");
  const { expired, me, leave } = useAppSession();
  return (
    <BottomSheet opened={expired} onClose={() => void leave()} title={t("signIn.expiredTitle")}>
      <div className={classes.saved}>
        <IconCloudCheck size={24} aria-hidden />
        <div>
          <b>{t("signIn.expiredKept")}</b>
          <span>{t("signIn.expiredBody", { phone: me?.phoneMasked ?? "" })}</span>
        </div>
      </div>
      <SignInForm submitLabel={t("signIn.expiredSubmit")} />
    </BottomSheet>
  );
}
