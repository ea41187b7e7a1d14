import { useTRPC } from "@lingong/client/react";
import type { ClaimDetail } from "@lingong/contracts";
import { AppLink, Certificate, ClaimChip, EvidenceList, Panel, QueryView, useFormat } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import classes from "./claim.module.css";
import { ClaimDecision } from "./claim-decision.tsx";

/** One claim: what is claimed with its documents, the certificate it rests on, and the next step of whoever looks. */
export function ClaimPage({ claimId }: { readonly claimId: string }) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.claims.detail.queryOptions({ claimId }));
  return (
    <AdminPage title={t("claims.title", { code: query.data?.row.code ?? "" })} live mark={query.data && <ClaimChip state={query.data.claim.state} />}>
      <QueryView query={query} skeleton={<TableSkeleton />}>
        {(detail) => (
          <div className={classes.grid}>
            <div className={classes.column}>
              <What detail={detail} />
              <History claim={detail.claim} />
            </div>
            <div className={classes.column}>
              <ClaimDecision key={detail.claim.version} detail={detail} />
              <Panel title={t("claims.policy")}>
                <Certificate certificate={detail.certificate} claimDays={detail.claimDays} />
              </Panel>
            </div>
          </div>
        )}
      </QueryView>
    </AdminPage>
  );
}

function What({ detail: { claim, row } }: { readonly detail: ClaimDetail }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const { t: common } = useTranslation("common");
  const format = useFormat();
  return (
    <Panel title={t("claims.what")} aside={<AppLink href={addressOf(`/orders/${claim.orderId}`)}>{t("claims.openOrder")}</AppLink>}>
      <Facts
        facts={[
          { key: "claimant", label: t("claims.claimant"), value: row.claimantName },
          { key: "side", label: t("claims.side"), value: domain(`role.${claim.side}`) },
          { key: "kind", label: t("claims.kind"), value: common(`claim.kind.${claim.kind}`) },
          { key: "asked", label: t("claims.asked"), value: format.money(claim.askedFen) },
          { key: "approved", label: t("claims.approved"), value: claim.approvedFen === null ? null : format.money(claim.approvedFen) },
          { key: "handler", label: t("claims.handler"), value: row.handlerName },
          { key: "due", label: t("claims.due"), value: claim.answerBy === null ? null : format.dateTime(Date.parse(claim.answerBy)) },
          { key: "reason", label: t("claims.reason"), value: claim.reason },
          { key: "paid", label: t("claims.paidBy"), value: claim.transferReference },
        ]}
      />
      <h3 className={classes.title}>{t("claims.documents")}</h3>
      <EvidenceList
        columns={3}
        nameOf={() => row.claimantName}
        evidence={[{ id: claim.id, by: claim.side, at: row.submittedAt, version: null, text: claim.text ?? t("claims.noText"), files: claim.files }]}
      />
    </Panel>
  );
}

function History({ claim }: { readonly claim: ClaimDetail["claim"] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <Panel title={t("claims.history")}>
      <ol className={classes.history}>
        {claim.history.map(({ at, to }) => (
          <li key={`${at} ${to}`}>
            <span>{t(`claims.step.${to}`)}</span>
            <time dateTime={at}>{format.dateTime(Date.parse(at))}</time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
