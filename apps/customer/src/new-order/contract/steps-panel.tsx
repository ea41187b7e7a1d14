import { Panel } from "@lingong/ui";
import { type Icon, IconChevronRight } from "@tabler/icons-react";
import { Fragment } from "react";
import classes from "../new-order.module.css";

export interface StepsPanelProps {
  readonly title: string;
  readonly aside: string;
  readonly steps: readonly { readonly icon: Icon; readonly when: string; readonly what: string }[];
}

/** How something goes, in a few steps side by side. */
export function StepsPanel({ title, aside, steps }: StepsPanelProps) {
  return (
    <Panel title={title} aside={aside}>
      <div className={classes.escrow}>
        {steps.map(({ icon: Glyph, when, what }, index) => (
          <Fragment key={when}>
            {index > 0 && <IconChevronRight size={16} aria-hidden className={classes.arrow} />}
            <div className={classes.escrowStep}>
              <span className={classes.escrowIcon}>
                <Glyph size={18} aria-hidden />
              </span>
              {when}
              <b>{what}</b>
            </div>
          </Fragment>
        ))}
      </div>
    </Panel>
  );
}
