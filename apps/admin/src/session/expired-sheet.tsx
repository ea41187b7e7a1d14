import { useAppSession } from "@lingong/client/react";
import { ExpiredSheet as Sheet } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { SignInForm } from "./sign-in-form.tsx";

/** The session is over, the page under it is kept. */
export function ExpiredSheet() {
  const { t } = useTranslation("admin");
  const { expired, me, leave } = useAppSession();
  const kept = { title: t("signIn.expiredKept"), text: t("signIn.expiredBody", { phone: me?.phoneMasked ?? "" }) };
  return (
    <Sheet opened={expired} onLeave={() => void leave()} title={t("signIn.expiredTitle")} kept={kept}>
      <SignInForm submitLabel={t("signIn.expiredSubmit")} />
    </Sheet>
  );
}
