import { useIntended, useTRPC } from "@lingong/client/react";
import type { Person } from "@lingong/contracts";
import { BottomSheet, Panel, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLock, IconLockOpen } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Effects, ReasonForm } from "../components/reason-form.tsx";
import classes from "./person.module.css";

const effects = { hold: ["noNew", "notSent", "kept", "told"], lift: ["open", "goesOut", "told"] } as const;
type Way = keyof typeof effects;

/** A worker's payouts: whether they are held, by whom and why, and the way to hold or lift. */
export function PayoutHold({ person, mayHold }: { readonly person: Person; readonly mayHold: boolean }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const { payoutHold } = person;
  const way: Way = payoutHold === null ? "hold" : "lift";
  const Glyph = payoutHold === null ? IconLock : IconLockOpen;
  return (
    <Panel title={t("payoutHold.title")}>
      <p className={classes.second}>
        {payoutHold === null
          ? t("payoutHold.none")
          : t("payoutHold.since", { at: format.dateTime(Date.parse(payoutHold.since)), name: payoutHold.byName, reason: payoutHold.reason })}
      </p>
      {mayHold && (
        <Button
          mt={12}
          variant={payoutHold === null ? "outline" : "filled"}
          color={payoutHold === null ? "red" : undefined}
          leftSection={<Glyph size={18} aria-hidden />}
          onClick={open}
        >
          {t(`payoutHold.${way}`)}
        </Button>
      )}
      <BottomSheet opened={opened} onClose={close} title={t(`payoutHold.${way}Named`, { name: person.name })}>
        <HoldForm person={person} way={way} onDone={close} />
      </BottomSheet>
    </Panel>
  );
}

interface HoldFormProps {
  readonly person: Person;
  readonly way: Way;
  readonly onDone: () => void;
}

function HoldForm({ person, way, onDone }: HoldFormProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useIntended<{ userId: string; held: boolean; reason: string }, { done: true }>("setPayoutHold", (api, input) =>
    api.admin.setPayoutHold.mutate(input),
  );
  const send = (reason: string, forget: () => void) => {
    const onSuccess = () => {
      forget();
      void queryClient.invalidateQueries({ queryKey: trpc.admin.pathKey() });
      onDone();
    };
    change.mutate({ userId: person.id, held: way === "hold", reason }, { onSuccess });
  };
  return (
    <ReasonForm
      name={`payoutHold.${person.id}`}
      about={t("payoutHold.reasonAbout")}
      action={t(`payoutHold.${way}`)}
      danger={way === "hold"}
      change={change}
      onSend={send}
    >
      <Effects effects={effects[way].map((effect) => t(`payoutHold.effect.${effect}`))} />
    </ReasonForm>
  );
}
