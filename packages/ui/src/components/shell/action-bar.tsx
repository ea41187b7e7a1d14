import { Button } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { classNames } from "../basics/class-names.ts";
import classes from "./action-bar.module.css";

export interface BarAction {
  readonly label: ReactNode;
  /** A second line inside the button, 12 px: what else happens. */
  readonly detail?: ReactNode;
  readonly icon?: Icon;
  readonly onClick?: () => void;
  /** submit: sends the form around it. */
  readonly type?: "button" | "submit";
  readonly form?: string;
  readonly loading?: boolean;
  readonly disabled?: boolean;
}

export interface ActionBarProps {
  /** The one next action. The amount it moves belongs on it. */
  readonly primary: BarAction;
  /** At its left, narrower: decline, a problem, another way. */
  readonly secondary?: BarAction;
  /** One 13 px line above: the money that moves, the deadline that starts. */
  readonly consequence?: ReactNode;
  /** In place of a second button: a forecast price. */
  readonly lead?: ReactNode;
  /** sticky: at the bottom of a phone · inline: where it stands. */
  readonly placement?: "sticky" | "inline";
  /** job: 64 px, for gloved thumbs on the way. */
  readonly scale?: "usual" | "job";
  readonly className?: string;
}

/** The next action, thumb-sized, with its consequence right above it. */
export function ActionBar({ primary, secondary, consequence, lead, placement = "sticky", scale = "usual", className }: ActionBarProps) {
  return (
    <div className={classNames(classes.bar, classes[placement], scale === "job" && classes.job, className)}>
      {consequence !== undefined && <div className={classes.consequence}>{consequence}</div>}
      <div className={classes.row}>
        {lead}
        {secondary && <ActionButton action={secondary} variant="default" className={classes.secondary} />}
        <ActionButton action={primary} variant="filled" className={classes.primary} />
      </div>
    </div>
  );
}

interface ActionButtonProps {
  readonly action: BarAction;
  readonly variant: "filled" | "default";
  readonly className: string | undefined;
}

function ActionButton({ action, variant, className }: ActionButtonProps) {
  const Glyph = action.icon;
  return (
    <Button
      size="lg"
      variant={variant}
      className={className}
      classNames={{ label: classes.inner }}
      type={action.type ?? "button"}
      form={action.form}
      loading={action.loading}
      disabled={action.disabled}
      onClick={action.onClick}
      leftSection={Glyph && <Glyph size={22} aria-hidden />}
    >
      <span className={classes.label}>
        {action.label}
        {action.detail !== undefined && <span className={classes.detail}>{action.detail}</span>}
      </span>
    </Button>
  );
}
