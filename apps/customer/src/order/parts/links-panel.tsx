import { useDossierExport } from "@lingong/client/react";
import { DossierRows, ListRow, ListRows, Panel } from "@lingong/ui";
import { IconFileText, IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { fingerprintOf } from "../../components/fingerprint.ts";
import { useOrder } from "../order-context.tsx";

/** The way to the record, the contract's fingerprint, and the whole record as a file. */
export function LinksPanel() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const load = useDossierExport(order.id);
  const hash = order.contractHash ?? order.terms.termsHash;
  return (
    <Panel dense>
      <ListRows>
        <ListRow
          icon={IconHistory}
          title={t("journal.link")}
          detail={t("journal.count", { count: order.timeline.length })}
          href={`/orders/${order.id}/journal`}
        />
        <ListRow
          icon={IconFileText}
          title={t(order.contractHash === null ? "contract.signedTerms" : "contract.signed")}
          detail={`${t("contract.fingerprint")} ${fingerprintOf(hash)}`}
        />
        <DossierRows load={load} />
      </ListRows>
    </Panel>
  );
}
