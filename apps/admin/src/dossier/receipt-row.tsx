import { useReceipt } from "@lingong/client/react";
import type { OrderView } from "@lingong/contracts";
import { downloadFile, ErrorAlert, knownErrorOf, ListRow } from "@lingong/ui";
import { IconReceipt } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

/** The customer's receipt of an ended, paid order, as they have it. */
export function ReceiptRow({ order }: { readonly order: OrderView }) {
  const { t, i18n } = useTranslation("admin");
  const print = useReceipt(order.id);
  const load = useMutation({
    mutationFn: async () => {
      const { fileName, contentType, bytes } = await print(i18n.language === "en" ? "en" : "zh-CN");
      downloadFile(fileName, bytes, contentType);
    },
  });
  if (order.endedAt === null || order.money.prepaidFen === 0) return null;
  return (
    <>
      <ListRow
        icon={IconReceipt}
        title={t("receipt.download")}
        detail={t("receipt.about")}
        onClick={() => (load.isPending ? undefined : load.mutate())}
      />
      {load.error !== null && <ErrorAlert {...knownErrorOf(load.error)} />}
    </>
  );
}
