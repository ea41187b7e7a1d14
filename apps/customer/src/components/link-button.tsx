import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";

function ButtonAnchor(props: ButtonProps & Omit<ComponentProps<"a">, keyof ButtonProps>) {
  return <Button component="a" {...props} />;
}

/** A link of this app that looks like a button: typed address, opens in a new tab as any link. */
export const LinkButton = createLink(ButtonAnchor);
