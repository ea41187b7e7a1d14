/** The whole address of a page of this app, for ordinary links: the app lives under `/admin/`. */
export function addressOf(path: string): string {
  return `/admin${path}`;
}
