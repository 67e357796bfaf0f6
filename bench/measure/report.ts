import { median } from './statistics.ts';

/** One line of the table: a ratio, a time or a weight against what was asked. */
export interface Finding {
  what: string;
  value: number;
  unit: '×' | 'ms' | 'KB' | '';
  /** What was asked: at least or at most this; without it the line only informs. */
  asked?: { atLeast: number } | { atMost: number };
}

export function passes({ value, asked }: Finding): boolean {
  if (!asked) return true;
  return 'atLeast' in asked ? value >= asked.atLeast : value <= asked.atMost;
}

/** Nothing measured is zero: a loop that never turned has no delay to tell. */
const shown = (value: number): string => (value === 0 ? '–' : value.toFixed(value >= 100 ? 0 : 2));

export function printFindings(title: string, findings: readonly Finding[]): void {
  console.log(`\n${title}`);
  const rows = findings.map((finding) => {
    const { what, value, unit, asked } = finding;
    const bound = !asked ? '' : 'atLeast' in asked ? `≥ ${asked.atLeast} ${unit}` : `≤ ${asked.atMost} ${unit}`;
    return [what, `${shown(value)} ${unit}`, bound, asked ? (passes(finding) ? 'pass' : 'MISSED') : ''];
  });
  table(['ratio', 'measured', 'asked', ''], rows);
}

/** What the ratios were made from: medians for each server. They say something of this machine only. */
export function printFigures<T>(results: Map<string, T[]>, columns: Record<string, (result: T) => number>): void {
  const names = Object.keys(columns);
  const rows = [...results].map(([name, runs]) => [
    name,
    ...Object.values(columns).map((pick) => shown(median(runs.map(pick)))),
  ]);
  console.log('');
  table(['median of the runs', ...names], rows);
}

/** The median of the ratios of paired runs: the first's value over the second's. */
export function ratio<T>(
  results: Map<string, T[]>,
  first: string,
  second: string,
  pick: (result: T) => number,
): number {
  const others = results.get(second) ?? [];
  return median(
    (results.get(first) ?? []).flatMap((run, round) => {
      const other = others[round];
      return other === undefined ? [] : [pick(run) / pick(other)];
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows]) {
    console.log(`| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
  }
}
