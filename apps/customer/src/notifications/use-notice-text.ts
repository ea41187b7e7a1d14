import type { NotificationView } from "@lingong/contracts";
import { type NoticeKind, noticeKinds } from "@lingong/domain";
import { useTranslation } from "react-i18next";

/** Of reviews, which are no part of an order's life. */
const reviewKinds = ["review_received", "review_replied"] as const;
type Known = NoticeKind | (typeof reviewKinds)[number];

function isKnown(kind: string): kind is Known {
  return ([...noticeKinds, ...reviewKinds] as readonly string[]).includes(kind);
}

/** A notice as a sentence in the reader's language; one that is newer than this page says that something has changed. */
export function useNoticeText(): (notice: NotificationView) => string {
  const { t } = useTranslation("customer");
  return ({ kind }) => (isKnown(kind) ? t(`notice.${kind}`) : t("notice.other"));
}
