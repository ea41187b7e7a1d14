/** Only addresses of this app: a link from elsewhere must not lead away, nor back to the sign-in. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !next.startsWith("/")) return "/";
  return next.startsWith("//") || next.startsWith("/\\") || next.startsWith("/sign-in") ? "/" : next;
}
