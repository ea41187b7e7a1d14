import { useIsSignedIn, useTRPC } from "@lingong/client/react";
import type { RegularCard } from "@lingong/contracts";
import { defaultPolicy, isLive, MINUTE, offerWindow } from "@lingong/domain";
import { Avatar, ChoiceTile, Panel, TwoLines, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconReceiptRefund, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FieldHead } from "../../components/field-head.tsx";
import { SwitchRow } from "../../components/switch-row.tsx";
import { useWizard } from "../draft/draft-context.tsx";
import type { FormDirect } from "../form/order-form.ts";
import classes from "../new-order.module.css";

/** Who is asked: a worker by name, regulars first, or everybody who fits. */
export function WhoCard() {
  const { t } = useTranslation("customer");
  const { draft } = useWizard();
  const { direct, regularsFirst } = draft.form;
  const first = useFirstRegular(draft.form.categoryId);
  if (direct !== null) return <DirectCard direct={direct} />;
  return (
    <Panel title={t("who.title")}>
      <SwitchRow
        title={t("who.regularsFirst")}
        text={first === null ? t("who.regularsFirstText") : t("who.regularFirstNamed", { name: first.worker.name, count: first.worker.together })}
        checked={regularsFirst}
        onChange={(checked) => draft.change({ regularsFirst: checked })}
      />
    </Panel>
  );
}

/** Whom "regulars first" would ask: of those who did this kind of work before, the one with most orders together. */
function useFirstRegular(categoryId: string): RegularCard | null {
  const trpc = useTRPC();
  const signedIn = useIsSignedIn();
  const { data = [] } = useQuery(trpc.customers.regulars.queryOptions(undefined, { enabled: signedIn }));
  const fitting = data.filter((regular) => regular.categoryId === categoryId);
  return fitting.toSorted((a, b) => b.worker.together - a.worker.together)[0] ?? null;
}

function DirectCard({ direct }: { readonly direct: FormDirect }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const name = useId();
  const { draft } = useWizard();
  const now = useServerNow(MINUTE);
  const { soon, startsAt } = draft.form;
  const live = soon || (startsAt !== null && isLive(Date.parse(startsAt), defaultPolicy, now));
  const window = format.span(offerWindow({ live, exclusive: true }, defaultPolicy) / MINUTE);
  const choose = (value: string) => draft.change({ direct: { ...direct, ifRefused: value === "refund" ? "refund" : "open" } });
  return (
    <Panel title={t("who.first", { name: direct.name })} aside={t("who.window", { span: window })}>
      <div className={classes.stack}>
        <div className={classes.when}>
          <Avatar name={direct.name} size={44} />
          <TwoLines title={direct.name} detail={t("who.firstText")} />
          <Button variant="subtle" ml="auto" onClick={() => draft.change({ direct: null })}>
            {t("who.askAll")}
          </Button>
        </div>
        <FieldHead>{t("who.ifRefused", { name: direct.name })}</FieldHead>
        <ChoiceTile name={name} value="open" icon={IconUsers} checked={direct.ifRefused === "open"} onChange={choose} title={t("who.open")}>
          {t("who.openText")}
        </ChoiceTile>
        <ChoiceTile
          name={name}
          value="refund"
          icon={IconReceiptRefund}
          checked={direct.ifRefused === "refund"}
          onChange={choose}
          title={t("who.refund")}
        >
          {t("who.refundText")}
        </ChoiceTile>
      </div>
    </Panel>
  );
}
