import { useTRPC } from "@lingong/client/react";
import type { FeeVersionsOutput, FeeVersionView } from "@lingong/contracts";
import { diffOf } from "@lingong/domain";
import { AppLink, Chip, type ChipTone, Panel, QueryView, StateView, useFormat } from "@lingong/ui";
import { IconVersions } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { FeeTabs } from "./fee-tabs.tsx";
import classes from "./fees.module.css";
import { VersionSteps } from "./version-steps.tsx";

const tones = { draft: "outline", scheduled: "accent", in_force: "filled", past: "neutral", withdrawn: "neutral" } as const satisfies Record<
  FeeVersionView["state"],
  ChipTone
>;

/** Every version of the fee plans: what it changes, who signed it when and why, and what may still be done with it. */
export function FeeVersionsPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.policy.feeVersions.queryOptions());
  const empty = (
    <StateView icon={IconVersions} title={t("fees.none")}>
      {t("fees.noneBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("fees.versions")} live>
      <FeeTabs />
      {query.data && <InForce inForce={query.data.inForce} />}
      <QueryView query={query} skeleton={<TableSkeleton rows={6} />} isEmpty={({ versions }) => versions.length === 0} empty={empty}>
        {(found) => (
          <div className={classes.versions}>
            {!found.maySchedule && <p className={classes.second}>{t("fees.onlyFinance")}</p>}
            {found.versions.map((version) => (
              <Version key={version.id} version={version} found={found} />
            ))}
          </div>
        )}
      </QueryView>
    </AdminPage>
  );
}

function InForce({ inForce: { version, since } }: { readonly inForce: FeeVersionsOutput["inForce"] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <div className={classes.inForce}>
      <Panel title={t("fees.inForceNow")} aside={<Chip tone="filled">{version}</Chip>}>
        <p className={classes.second}>{since === null ? t("fees.builtIn") : t("fees.since", { at: format.dateTime(Date.parse(since)) })}</p>
      </Panel>
    </div>
  );
}

function Version({ version, found }: { readonly version: FeeVersionView; readonly found: FeeVersionsOutput }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { number, state, effectiveAt, replaced, plans } = version;
  const signed = (["created", "scheduled", "withdrawn"] as const).flatMap((step) => {
    const signature = version[step];
    return signature === null ? [] : [{ step, ...signature }];
  });
  return (
    <Panel title={t("fees.number", { number })} aside={<Chip tone={tones[state]}>{t(`fees.state.${state}`)}</Chip>}>
      <dl className={classes.version}>
        {effectiveAt !== null && (
          <div>
            <dt>{t("fees.starts")}</dt>
            <dd>
              <b>{format.dateTime(Date.parse(effectiveAt))}</b>
            </dd>
          </div>
        )}
        {signed.map(({ step, byName, at, reason }) => (
          <div key={step}>
            <dt>{t(`fees.step.${step}`)}</dt>
            <dd>
              {t("fees.by", { name: byName, at: format.dateTime(Date.parse(at)) })}
              <small>{reason}</small>
            </dd>
          </div>
        ))}
      </dl>
      <h3 className={classes.small}>{t("fees.diffAgainst", { version: replaced.version })}</h3>
      <DifferenceTable differences={diffOf(replaced.plans, plans)} />
      <div className={classes.steps}>
        <VersionSteps version={version} earliest={found.earliest} />
        <AppLink href={addressOf(`/fees?version=${version.id}`)} className={classes.tab}>
          {t("fees.openInLab")}
        </AppLink>
      </div>
    </Panel>
  );
}
