import { createFileRoute } from "@tanstack/react-router";
import { AddressesPage } from "../account/addresses-page.tsx";

export const Route = createFileRoute("/me/addresses")({ component: AddressesPage, staticData: { task: true } });
