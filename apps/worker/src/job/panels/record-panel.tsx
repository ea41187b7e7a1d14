import { useDossierExport } from "@lingong/client/react";
import { DossierRows, ListRows, Panel } from "@lingong/ui";

/** The job's whole record to take along, and what verifies it without us. */
export function RecordPanel({ orderId }: { readonly orderId: string }) {
  const load = useDossierExport(orderId);
  return (
    <Panel dense>
      <ListRows>
        <DossierRows load={load} />
      </ListRows>
    </Panel>
  );
}
