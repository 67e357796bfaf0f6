/** The value below which the given part (0 to 1) of the sorted values is; 0 of none. */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (quantile(sorted, 0.5) + (sorted[Math.ceil(sorted.length / 2) - 1] ?? 0)) / 2;
}

/** Collects a great many times without allocating for each; ms. */
export class Times {
  #values = new Float64Array(1 << 16);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  summary(): { count: number; p50: number; p99: number } {
    const sorted = this.#values.slice(0, this.#count).sort();
    return { count: this.#count, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
  }
}
