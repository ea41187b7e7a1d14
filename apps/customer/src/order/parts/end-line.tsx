import { MINUTE } from "@lingong/domain";
import { useFormat, useServerNow } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CancelSheet } from "../actions/cancel-sheet.tsx";
import { deadlineText } from "../deadline-text.ts";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** Deadlines whose end and outcome the headline above says already. */
const saidAbove: ReadonlySet<string> = new Set(["paymentEnds", "matchingEnds", "quotingEnds"]);

/** What happens when the order's clock runs out, and what cancelling would cost now. */
export function EndLine() {
  const { t } = useTranslation("customer");
  const { order, actionOf } = useOrder();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const [cancelling, setCancelling] = useState(false);
  const cancel = actionOf("cancel");
  const ends = saidAbove.has(order.deadline?.what ?? "") ? "" : deadlineText(order, { format, now, t });
  return (
    <div className={classes.endLine}>
      <span>{ends}</span>
      {cancel !== undefined && (
        <button type="button" className={classes.cancel} onClick={() => setCancelling(true)}>
          {order.cancellation !== null && order.cancellation.nowFeeFen > 0
            ? t("order.cancelFor", { fee: format.money(order.cancellation.nowFeeFen) })
            : t("order.cancelFree")}
        </button>
      )}
      <CancelSheet opened={cancelling} onClose={() => setCancelling(false)} />
    </div>
  );
}
