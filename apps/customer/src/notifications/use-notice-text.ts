import type { NotificationView } from "@lingong/contracts";
import { noticeKinds, quoteNoticeKinds, sidesNoticeKinds } from "@lingong/domain";
import { useTranslation } from "react-i18next";

const known = [...noticeKinds, ...quoteNoticeKinds, ...sidesNoticeKinds] as const;

function isKnown(kind: string): kind is (typeof known)[number] {
  return (known as readonly string[]).includes(kind);
}

/** A notice as a sentence in the reader's language; one that is newer than this page says that something has changed. */
export function useNoticeText(): (notice: NotificationView) => string {
  const { t } = useTranslation("customer");
  return ({ kind }) => (isKnown(kind) ? t(`notice.${kind}`) : t("notice.other"));
}
