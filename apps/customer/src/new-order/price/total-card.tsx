import type { OrderPreview } from "@lingong/contracts";
import { FailedView, Panel, Price, SkeletonLine, SplitBar, type SplitPart, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import classes from "../new-order.module.css";
import { usePreview } from "../use-preview.ts";
import { useRate } from "./use-rate.ts";

/** What is prepaid, how it came about, and who gets what of it. */
export function TotalCard() {
  const { t } = useTranslation("customer");
  const preview = usePreview();
  if (preview.data === undefined) {
    return (
      <Panel>
        {preview.isError ? (
          <FailedView error={preview.error} onRetry={preview.refetch} />
        ) : (
          <div className={classes.stack} role="status" aria-label={t("price.loading")}>
            <SkeletonLine width="40%" height={40} />
            <SkeletonLine height={12} />
            <SkeletonLine width="70%" />
          </div>
        )}
      </Panel>
    );
  }
  return <Total preview={preview.data} />;
}

function Total({ preview }: { readonly preview: OrderPreview }) {
  const { t } = useTranslation("customer");
  const parts = useSplitParts(preview);
  return (
    <Panel>
      <div className={classes.priceHead}>
        <Price fen={preview.prepaidFen} size={40} label={t("price.prepaid")} formula={<Formula preview={preview} />} />
      </div>
      <SplitBar parts={parts} />
    </Panel>
  );
}

function Formula({ preview }: { readonly preview: OrderPreview }) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const format = useFormat();
  const { draft } = useWizard();
  const rate = useRate();
  const travelFen = preview.split.leastNet.travelFen;
  return (
    <>
      <div>
        {common("format.formula", {
          rate: format.money(rate.fen),
          duration: format.span(preview.bookedMinutes),
          people: format.people(draft.form.headcount),
        })}
      </div>
      <div>{travelFen > 0 ? t("price.plusTravel", { amount: format.money(travelFen) }) : t("price.nothingElse")}</div>
    </>
  );
}

/** With a named worker their own split; else the least a worker may net, said so. */
function useSplitParts(preview: OrderPreview): SplitPart[] {
  const { t } = useTranslation("customer");
  const { draft } = useWizard();
  const split = preview.split.named ?? preview.split.leastNet;
  const name = draft.form.direct?.name || null;
  const reasons = split.reasons
    .filter((reason) => reason === "certified" || reason === "level" || reason === "regular")
    .map((reason) => t(`split.${reason}`));
  const range = preview.split.named === null && preview.split.mostNet.commissionFen !== preview.split.leastNet.commissionFen;
  return [
    {
      kind: "worker",
      label: name === null || preview.split.named === null ? t("split.worker") : t("split.workerNamed", { name }),
      rate: 10_000 - split.rate,
      fen: split.workerNetFen,
      strong: true,
    },
    {
      kind: "platform",
      rate: split.rate,
      note: range ? t("split.upTo") : reasons.length > 0 ? reasons.join(" + ") : undefined,
      fen: split.commissionFen,
    },
  ];
}
