import { useTRPC } from "@lingong/client/react";
import type { Person } from "@lingong/contracts";
import { BottomSheet } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBan, IconLockOpen } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Effects, ReasonForm } from "../components/reason-form.tsx";

const effects = { suspend: ["sessions", "offline", "running", "money"], restore: ["signIn", "running"] } as const;

/** Stops an account, or opens it again: what follows, a reason, one button. */
export function Suspension({ person }: { readonly person: Person }) {
  const { t } = useTranslation("admin");
  const [opened, { open, close }] = useDisclosure(false);
  const way = person.suspended ? "restore" : "suspend";
  const Glyph = person.suspended ? IconLockOpen : IconBan;
  return (
    <>
      <Button
        variant={person.suspended ? "filled" : "outline"}
        color={person.suspended ? undefined : "red"}
        leftSection={<Glyph size={18} aria-hidden />}
        onClick={open}
      >
        {t(`suspension.${way}`)}
      </Button>
      <BottomSheet opened={opened} onClose={close} title={t(`suspension.${way}Named`, { name: person.name })}>
        <SuspensionForm person={person} way={way} onDone={close} />
      </BottomSheet>
    </>
  );
}

interface SuspensionFormProps {
  readonly person: Person;
  readonly way: "suspend" | "restore";
  readonly onDone: () => void;
}

function SuspensionForm({ person, way, onDone }: SuspensionFormProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(trpc.admin.setSuspended.mutationOptions());
  const send = (reason: string, forget: () => void) => {
    const onSuccess = () => {
      forget();
      void queryClient.invalidateQueries({ queryKey: trpc.admin.pathKey() });
      onDone();
    };
    change.mutate({ userId: person.id, suspended: way === "suspend", reason }, { onSuccess });
  };
  return (
    <ReasonForm
      name={`suspension.${person.id}`}
      about={t("suspension.reasonAbout")}
      action={t(`suspension.${way}`)}
      danger={way === "suspend"}
      change={change}
      onSend={send}
    >
      <Effects effects={effects[way].map((effect) => t(`suspension.effect.${effect}`))} />
    </ReasonForm>
  );
}
