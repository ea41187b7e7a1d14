import { useDossierExport } from "@lingong/client/react";
import { DossierRows, ListRows, Panel } from "@lingong/ui";

/** The order's record to take along, and what verifies it. */
export function ExportPanel({ orderId }: { readonly orderId: string }) {
  const load = useDossierExport(orderId);
  return (
    <Panel dense>
      <ListRows>
        <DossierRows load={load} />
      </ListRows>
    </Panel>
  );
}
