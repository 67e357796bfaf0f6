/** A clock that moves only when a test moves it; times are ms since 1970. */
export class Clock {
  #now = Date.UTC(2026, 0, 5, 9, 0, 0);

  readonly now = (): number => this.#now;

  advance(ms: number): void {
    this.#now += ms;
  }
}
