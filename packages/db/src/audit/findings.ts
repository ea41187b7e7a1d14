const MOST = 100;

/** What an audit found, in words: the first hundred, so that a ruined database does not fill the memory. */
export class Findings {
  readonly list: string[] = [];

  add(finding: string): void {
    if (this.list.length < MOST) this.list.push(finding);
  }
}
