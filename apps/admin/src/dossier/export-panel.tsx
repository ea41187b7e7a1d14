import { useDossierExport } from "@lingong/client/react";
import type { OrderView } from "@lingong/contracts";
import { DossierRows, ListRows, Panel } from "@lingong/ui";
import { ReceiptRow } from "./receipt-row.tsx";

/** The order's record to take along, what verifies it, and the customer's receipt. */
export function ExportPanel({ order }: { readonly order: OrderView }) {
  const load = useDossierExport(order.id);
  return (
    <Panel dense>
      <ListRows>
        <DossierRows load={load} />
        <ReceiptRow order={order} />
      </ListRows>
    </Panel>
  );
}
