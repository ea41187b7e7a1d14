import type { Dossier } from "@lingong/contracts";
import { BottomSheet } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../components/reason-form.tsx";
import { Actions, forcedActions } from "../dossier/actions/actions.tsx";
import { useForce } from "../dossier/actions/use-force.ts";
import { Keys } from "../keyboard/keys.tsx";

/** The form below and its button in the top bar are one. */
export const decisionFormId = "decision";

/** What may be done at the desk: ask for more, decide; an operator assigns or closes. As the server offers it. */
export function DeskActions({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const { actions } = dossier.order;
  const offered = (command: string) => actions.some((action) => action.command === command);
  return (
    <>
      {offered("askForEvidence") && <AskForEvidence orderId={dossier.order.id} />}
      {forcedActions(dossier).length > 0 && <Actions dossier={dossier} />}
      {offered("decideDispute") && (
        <Button type="submit" form={decisionFormId} rightSection={<Keys keys={["mod", "enter"]} />}>
          {t("desk.submit")}
        </Button>
      )}
    </>
  );
}

function AskForEvidence({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("admin");
  const force = useForce(orderId);
  const [opened, { open, close }] = useDisclosure(false);
  const send = (note: string, forget: () => void) =>
    force.send({ type: "askForEvidence", note }, () => {
      forget();
      close();
    });
  return (
    <>
      <Button variant="default" leftSection={<IconMessageQuestion size={18} aria-hidden />} onClick={open}>
        {t("desk.ask")}
      </Button>
      <BottomSheet opened={opened} onClose={close} title={t("desk.ask")}>
        <ReasonForm
          name={`askForEvidence.${orderId}`}
          label={t("desk.askWhat")}
          about={t("desk.askAbout")}
          action={t("desk.askSend")}
          change={force}
          onSend={send}
        />
      </BottomSheet>
    </>
  );
}
