import type { Fen } from "@lingong/domain";
import { Slider } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { ActionBar } from "../shell/action-bar.tsx";
import { BottomSheet } from "../states/confirm-sheet.tsx";
import { ErrorAlert, knownErrorOf } from "../states/error-alert.tsx";
import { MoneyList } from "./money-list.tsx";
import classes from "./split-proposal.module.css";

const stepFen = 100;

export interface SplitProposalProps {
  /** Who proposes. */
  readonly side: "customer" | "worker";
  /** What is divided. */
  readonly heldFen: Fen;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onPropose: (split: { readonly toWorkerFen: Fen; readonly toCustomerFen: Fen }) => void;
}

/** How the held amount might be divided: one slider, both parts to the fen; the other side may agree at once. */
export function SplitProposal({ side, heldFen, opened, onClose, busy, error, onPropose }: SplitProposalProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const [mineFen, setMineFen] = useState(Math.round(heldFen / 2));
  const mine = t(`splitProposal.${side}.mine`);
  const theirsFen = heldFen - mineFen;
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("splitProposal.title")}>
      <div className={classes.proposal}>
        <Slider
          className={classes.slider}
          thumbLabel={mine}
          label={null}
          min={0}
          max={heldFen}
          step={stepFen}
          value={mineFen}
          onChange={setMineFen}
          size={4}
          thumbSize={28}
        />
        <MoneyList
          lines={[
            { key: "mine", label: mine, fen: mineFen, tone: "strong" },
            { key: "theirs", label: t(`splitProposal.${side}.theirs`), fen: theirsFen },
          ]}
        />
        {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
        <ActionBar
          placement="inline"
          consequence={t(`splitProposal.${side}.consequence`)}
          primary={{
            label: t(`splitProposal.${side}.propose`, { amount: format.money(mineFen) }),
            loading: busy,
            onClick: () =>
              onPropose(
                side === "customer" ? { toWorkerFen: theirsFen, toCustomerFen: mineFen } : { toWorkerFen: mineFen, toCustomerFen: theirsFen },
              ),
          }}
        />
      </div>
    </BottomSheet>
  );
}
