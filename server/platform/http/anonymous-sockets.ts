/** Counts the sockets of each address that nobody has signed in on, at most so many of one address. */
export class AnonymousSockets {
  readonly #open = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Null when the address has too many; else call the result once, when somebody has signed in or the socket is gone. */
  enter(address: string): (() => void) | null {
    const open = this.#open.get(address) ?? 0;
    if (open >= this.most) return null;
    this.#open.set(address, open + 1);
    return () => {
      const left = (this.#open.get(address) ?? 1) - 1;
      if (left > 0) this.#open.set(address, left);
      else this.#open.delete(address);
    };
  }
}
