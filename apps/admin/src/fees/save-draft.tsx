import { useIntended } from "@lingong/client/react";
import type { SaveFeeDraftInput, SaveFeeDraftOutput } from "@lingong/contracts";
import { diffOf, type FeePlans } from "@lingong/domain";
import { BottomSheet } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../components/reason-form.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import classes from "./fees.module.css";

export interface SaveDraftProps {
  readonly id: string;
  readonly plans: FeePlans;
  readonly current: FeePlans;
  readonly lawful: boolean;
  readonly onSaved: (number: number) => void;
}

/** Keeps the draft of the lab as a version, after one look at what it changes. */
export function SaveDraft({ id, plans, current, lawful, onSaved }: SaveDraftProps) {
  const { t } = useTranslation("admin");
  const [opened, { open, close }] = useDisclosure(false);
  const save = useIntended<Omit<SaveFeeDraftInput, "idempotencyKey">, SaveFeeDraftOutput>("policy.saveFeeDraft", (api, input) =>
    api.policy.saveFeeDraft.mutate(input),
  );
  const differences = diffOf(current, plans);
  const send = (reason: string, forget: () => void) =>
    save.mutate(
      { id, plans, reason },
      {
        onSuccess: ({ number }) => {
          forget();
          close();
          onSaved(number);
        },
      },
    );
  return (
    <>
      <Button disabled={!lawful || differences.length === 0} onClick={open}>
        {t("fees.save")}
      </Button>
      <BottomSheet opened={opened} onClose={close} title={t("fees.save")}>
        <ReasonForm name="fees.save" about={t("fees.reasonAbout")} action={t("fees.save")} change={save} onSend={send}>
          <DifferenceTable differences={differences} />
          <p className={classes.second}>{t("fees.saveAbout")}</p>
        </ReasonForm>
      </BottomSheet>
    </>
  );
}
