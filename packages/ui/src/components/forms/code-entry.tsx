import type { Instant } from "@lingong/domain";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useServerNow } from "../../time/server-clock.tsx";
import { Countdown } from "../order/countdown.tsx";
import classes from "./code-entry.module.css";
import { CodeInput, type CodeInputProps } from "./code-input.tsx";

export interface CodeEntryProps extends CodeInputProps {
  readonly expiresAt: Instant;
  readonly resendAt: Instant;
  readonly triesLeft: number;
  readonly onResend: () => void;
  readonly resending?: boolean;
}

/** Six boxes for a code by SMS, with its expiry, the tries left, and when it may be sent again. */
export function CodeEntry({ expiresAt, resendAt, triesLeft, onResend, resending, ...input }: CodeEntryProps) {
  const { t } = useTranslation("common");
  const wait = Math.ceil((resendAt - useServerNow()) / 1_000);
  return (
    <div>
      <CodeInput {...input} />
      <div className={classes.clocks}>
        <Countdown until={expiresAt}>{t("code.expires", { count: triesLeft })}</Countdown>
        {wait > 0 ? (
          <span className={classes.quiet}>{t("code.resendIn", { count: wait })}</span>
        ) : (
          <Button variant="subtle" className={classes.resend} onClick={onResend} loading={resending}>
            {t("code.resend")}
          </Button>
        )}
      </div>
    </div>
  );
}
