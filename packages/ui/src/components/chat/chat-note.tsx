import { IconShieldHalf } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./chat.module.css";
import type { SaidMessage } from "./types.ts";

/** What the chat guard says of a message, to both sides: what was masked or kept back, and what to do instead. */
export function ChatNote({ message }: { readonly message: Pick<SaidMessage, "warnings" | "withheld" | "mine"> }) {
  const { t } = useTranslation("common");
  const { warnings, withheld, mine } = message;
  if (warnings.length === 0 && !withheld) return null;
  return (
    <div className={classes.note}>
      <IconShieldHalf size={20} aria-hidden />
      <div>
        {withheld && <p className={classes.strong}>{mine ? t("chat.withheldMine") : t("chat.withheldTheirs")}</p>}
        {warnings.map((warning) => (
          <p key={warning}>{t(`chat.warning.${warning}`)}</p>
        ))}
      </div>
    </div>
  );
}
