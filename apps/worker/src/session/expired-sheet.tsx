import { useAppSession } from "@lingong/client/react";
import { ExpiredSheet as Sheet } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { SignInForm } from "./sign-in-form.tsx";

/** The session is over, the form under it is kept. */
export function ExpiredSheet() {
  const { t } = useTranslation("worker");
  const { expired, me, leave } = useAppSession();
  const kept = { title: t("signIn.expiredKept"), text: t("signIn.expiredKeptBody", { phone: me?.phoneMasked ?? "" }) };
  return (
    <Sheet opened={expired} onLeave={() => void leave()} title={t("signIn.expiredTitle")} lead={t("signIn.expiredBody")} kept={kept}>
      <SignInForm submitLabel={t("signIn.expiredSubmit")} />
    </Sheet>
  );
}
