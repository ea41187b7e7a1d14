import { Drawer, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActionBar, type BarAction } from "../shell/action-bar.tsx";
import classes from "./confirm-sheet.module.css";

export interface BottomSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** A sheet from the bottom of a phone; a dialogue on a desk. */
export function BottomSheet({ opened, onClose, title, children }: BottomSheetProps) {
  const { t } = useTranslation("common");
  const desk = useMediaQuery("(min-width: 62em)") ?? false;
  const close = { "aria-label": t("action.close") };
  const heading = <span className={classes.title}>{title}</span>;
  if (desk) {
    return (
      <Modal opened={opened} onClose={onClose} title={heading} closeButtonProps={close} size={520}>
        {children}
      </Modal>
    );
  }
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={heading}
      closeButtonProps={close}
      classNames={{ content: classes.sheet, header: classes.header, body: classes.body }}
    >
      {children}
    </Drawer>
  );
}

export interface ConfirmSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What happens: the money that moves, the deadline that starts, what cannot be undone. */
  readonly children: ReactNode;
  /** One button; the amount it moves belongs on it. */
  readonly confirm: BarAction;
}

/** Asks once before something that cannot be undone: the consequence, and one button. */
export function ConfirmSheet({ opened, onClose, title, children, confirm }: ConfirmSheetProps) {
  return (
    <BottomSheet opened={opened} onClose={onClose} title={title}>
      <div className={classes.consequence}>{children}</div>
      <ActionBar placement="inline" primary={confirm} />
    </BottomSheet>
  );
}
