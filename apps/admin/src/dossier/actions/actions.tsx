import type { ActionView, Dossier } from "@lingong/contracts";
import { BottomSheet } from "@lingong/ui";
import { Button } from "@mantine/core";
import { type Icon, IconArchive, IconGavel, IconX } from "@tabler/icons-react";
import { type ComponentType, useState } from "react";
import { useTranslation } from "react-i18next";
import { AssignArbitrator } from "./assign-arbitrator.tsx";
import { CloseEvidence } from "./close-evidence.tsx";
import { ForceCancel } from "./force-cancel.tsx";

export interface ActionFormProps {
  readonly dossier: Dossier;
  readonly action: ActionView;
  readonly onDone: () => void;
}

interface Forced {
  readonly icon: Icon;
  readonly Form: ComponentType<ActionFormProps>;
  /** Ends something that somebody counts on. */
  readonly grave?: boolean;
}

/** Forced steps and their forms; deciding has a panel of its own. A button is there because the server offers its action. */
const forms = {
  assignArbitrator: { icon: IconGavel, Form: AssignArbitrator },
  closeEvidence: { icon: IconArchive, Form: CloseEvidence },
  forceCancel: { icon: IconX, Form: ForceCancel, grave: true },
} as const satisfies Readonly<Record<string, Forced>>;

type FormName = keyof typeof forms;

/** What may be forced on this order now, as the server offers it. */
export function forcedActions({ order }: Dossier): readonly (ActionView & { readonly command: FormName })[] {
  return order.actions.filter((action): action is ActionView & { readonly command: FormName } => action.command in forms);
}

/** A button for each forced step that is offered; its form opens with the consequence above its button. */
export function Actions({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("domain");
  const [opened, setOpened] = useState<FormName | null>(null);
  const actions = forcedActions(dossier);
  const current = actions.find(({ command }) => command === opened);
  const close = () => setOpened(null);
  return (
    <>
      {actions.map(({ command }, index) => {
        const { icon: Glyph, ...form }: Forced = forms[command];
        return (
          <Button
            key={command}
            variant={form.grave ? "outline" : index === actions.length - 1 ? "filled" : "default"}
            color={form.grave ? "red" : undefined}
            leftSection={<Glyph size={18} aria-hidden />}
            onClick={() => setOpened(command)}
          >
            {t(`command.${command}`)}
          </Button>
        );
      })}
      <BottomSheet opened={current !== undefined} onClose={close} title={opened === null ? "" : t(`command.${opened}`)}>
        {current !== undefined && <FormOf action={current} dossier={dossier} onDone={close} />}
      </BottomSheet>
    </>
  );
}

function FormOf({ action, ...props }: Omit<ActionFormProps, "action"> & { readonly action: ActionView & { readonly command: FormName } }) {
  const { Form } = forms[action.command];
  return <Form action={action} {...props} />;
}
