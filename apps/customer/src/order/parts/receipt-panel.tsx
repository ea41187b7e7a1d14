import { useReceipt } from "@lingong/client/react";
import { downloadFile, ErrorAlert, knownErrorOf, Panel } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** The receipt of an ended order as a PDF: only where something was paid. */
export function ReceiptPanel() {
  const { t, i18n } = useTranslation("customer");
  const { order } = useOrder();
  const print = useReceipt(order.id);
  const load = useMutation({
    mutationFn: async () => {
      const { fileName, contentType, bytes } = await print(i18n.language === "en" ? "en" : "zh-CN");
      downloadFile(fileName, bytes, contentType);
    },
  });
  if (order.money.prepaidFen === 0) return null;
  return (
    <Panel>
      <div className={classes.stack}>
        <Button variant="default" leftSection={<IconDownload size={20} aria-hidden />} loading={load.isPending} onClick={() => load.mutate()}>
          {t("receipt.download")}
        </Button>
        <p className={classes.quiet}>{t("receipt.about")}</p>
        {load.error !== null && <ErrorAlert {...knownErrorOf(load.error)} />}
      </div>
    </Panel>
  );
}
