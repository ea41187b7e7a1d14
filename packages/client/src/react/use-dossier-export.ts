import { useClient } from "./provider.tsx";

/** Fetches an order's whole record as a file, anew each time: nothing of it stays in the page's memory. */
export function useDossierExport(orderId: string) {
  const { api } = useClient();
  return () => api.orders.exportDossier.query({ orderId });
}
