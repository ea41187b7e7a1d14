import type { ContractView } from "@lingong/contracts";
import { BottomSheet, Panel, useText } from "@lingong/ui";
import { IconChevronRight, IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fingerprintOf } from "../../components/fingerprint.ts";
import classes from "../new-order.module.css";

/** The contract: how many clauses, its fingerprint, and all of it one tap away. */
export function ContractCard({ contract }: { readonly contract: ContractView }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const [opened, setOpened] = useState(false);
  return (
    <Panel flush>
      <button type="button" className={classes.contractRow} onClick={() => setOpened(true)}>
        <IconFileText size={22} aria-hidden />
        <span className={classes.rowTitle}>
          <b>{t("contract.clauses", { count: contract.clauses.length })}</b>
          <span className={classes.fingerprint}>
            {t("contract.fingerprint")} <code>{fingerprintOf(contract.hash)}</code>
          </span>
        </span>
        <span className={classes.rowAction}>
          {t("contract.read")}
          <IconChevronRight size={18} aria-hidden />
        </span>
      </button>
      <BottomSheet opened={opened} onClose={() => setOpened(false)} title={t("contract.clauses", { count: contract.clauses.length })}>
        <div className={classes.clauses}>
          {contract.clauses.map((clause, index) => (
            <section key={clause.key}>
              <h3>
                {index + 1}. {text(clause.title)}
              </h3>
              <p>{text(clause.text)}</p>
            </section>
          ))}
        </div>
        <p className={classes.fullHash}>{t("contract.fullHash", { hash: contract.hash })}</p>
      </BottomSheet>
    </Panel>
  );
}
