import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Finding, passes, printFindings } from './measure/report.ts';
import { fanout } from './suites/fanout.ts';
import { firstLoad } from './suites/first-load.ts';
import { floods } from './suites/floods.ts';
import { history } from './suites/history.ts';
import { memory } from './suites/memory.ts';
import { returning } from './suites/returning.ts';
import { sends } from './suites/sends.ts';
import { switching } from './suites/switch.ts';

const suites: Record<string, () => Promise<Finding[]>> = {
  fanout,
  sends,
  history,
  floods,
  returning,
  memory,
  'first-load': firstLoad,
  switch: switching,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { report: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !suites[name]);
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${process.platform}`);
console.log(`Load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
const findings: Finding[] = [];
for (const [name, suite] of Object.entries(suites)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const found = await suite();
  printFindings(name, found);
  findings.push(...found);
}
const missed = findings.filter((finding) => !passes(finding));
console.log(missed.length === 0 ? '\nEvery target was met.' : `\n${missed.length} of the targets were missed.`);
process.exitCode = missed.length === 0 || values.report ? 0 : 1;
