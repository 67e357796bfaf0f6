import { cpus } from 'node:os';
import { type Finding, passes, printFindings } from './measure/report.ts';
import { fanout } from './suites/fanout.ts';
import { history } from './suites/history.ts';
import { memory } from './suites/memory.ts';
import { sends } from './suites/sends.ts';

const suites: Record<string, () => Promise<Finding[]>> = { fanout, sends, history, memory };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites[name]);
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${process.platform}`);
const findings: Finding[] = [];
for (const [name, suite] of Object.entries(suites)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const found = await suite();
  printFindings(name, found);
  findings.push(...found);
}
process.exitCode = findings.every(passes) ? 0 : 1;
