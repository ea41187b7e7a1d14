import type { NotificationView } from "@lingong/contracts";
import { type NoticeKind, noticeKinds, type QuoteNoticeKind, quoteNoticeKinds } from "@lingong/domain";
import { useTranslation } from "react-i18next";

/** Of reviews, claims and messages, which are no part of an order's life. */
const otherKinds = [
  "review_received",
  "review_replied",
  "claim_reviewing",
  "claim_approved",
  "claim_refused",
  "claim_paid",
  "message_received",
] as const;
type Known = NoticeKind | QuoteNoticeKind | (typeof otherKinds)[number];

function isKnown(kind: string): kind is Known {
  return ([...noticeKinds, ...quoteNoticeKinds, ...otherKinds] as readonly string[]).includes(kind);
}

/** A notice as a sentence in the reader's language; one that is newer than this page says that something has changed. */
export function useNoticeText(): (notice: NotificationView) => string {
  const { t } = useTranslation("customer");
  return ({ kind }) => (isKnown(kind) ? t(`notice.${kind}`) : t("notice.other"));
}
