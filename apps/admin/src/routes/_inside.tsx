import { createFileRoute } from "@tanstack/react-router";
import { Guard } from "../session/guard.tsx";
import { AdminShell } from "../shell/admin-shell.tsx";

export const Route = createFileRoute("/_inside")({ component: InsideRoute });

function InsideRoute() {
  return (
    <Guard>
      <AdminShell />
    </Guard>
  );
}
