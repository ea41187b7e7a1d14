import type { Fen } from "@lingong/domain";
import { Slider } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ActionBar } from "../shell/action-bar.tsx";
import { BottomSheet } from "../states/confirm-sheet.tsx";
import { ErrorAlert, knownErrorOf } from "../states/error-alert.tsx";
import { MoneyList } from "./money-list.tsx";
import classes from "./split-proposal.module.css";

const stepFen = 100;

export interface SplitProposalProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What is divided. */
  readonly heldFen: Fen;
  /** The names of one's own part and of the other side's. */
  readonly mine: string;
  readonly theirs: string;
  /** What happens when the other side agrees. */
  readonly consequence: ReactNode;
  readonly actionOf: (mineFen: Fen) => string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onPropose: (split: { readonly mineFen: Fen; readonly theirsFen: Fen }) => void;
}

/** How the held amount might be divided: one slider, both parts to the fen; the other side may agree at once. */
export function SplitProposal({ opened, onClose, title, heldFen, mine, theirs, consequence, actionOf, busy, error, onPropose }: SplitProposalProps) {
  const [mineFen, setMineFen] = useState(Math.round(heldFen / 2));
  const theirsFen = heldFen - mineFen;
  return (
    <BottomSheet opened={opened} onClose={onClose} title={title}>
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
            { key: "theirs", label: theirs, fen: theirsFen },
          ]}
        />
        {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
        <ActionBar
          placement="inline"
          consequence={consequence}
          primary={{ label: actionOf(mineFen), loading: busy, onClick: () => onPropose({ mineFen, theirsFen }) }}
        />
      </div>
    </BottomSheet>
  );
}
