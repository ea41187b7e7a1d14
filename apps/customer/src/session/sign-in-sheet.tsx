import { BottomSheet } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

export interface SignInSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly submitLabel: string;
  readonly onSignedIn?: () => void;
}

/** Signing in over a form that stays where it is. */
export function SignInSheet({ opened, onClose, submitLabel, onSignedIn }: SignInSheetProps) {
  const { t } = useTranslation("customer");
  const done = () => {
    onClose();
    onSignedIn?.();
  };
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("signIn.title")}>
      <p className={classes.lead}>{t("signIn.sheetBody")}</p>
      <SignInForm submitLabel={submitLabel} onSignedIn={done} />
    </BottomSheet>
  );
}
