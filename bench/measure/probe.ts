import { existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { answerParent } from './answering.ts';

/**
 * Loaded into every measured server before its own code (`--import`): the server reports its own processor time, memory
 * and event-loop delay, and is otherwise as it ships.
 */
const delay = monitorEventLoopDelay({ resolution: 1 });
const command = z.enum(['sample', 'reset', 'collect']);

answerParent(async (asked) => {
  const wanted = command.parse(asked);
  if (wanted === 'reset') {
    delay.enable();
    delay.reset();
  }
  if (wanted === 'collect') await collect();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external } = process.memoryUsage();
  return {
    cpuSeconds: (user + system) / 1e6,
    rssBytes: process.memoryUsage.rss(),
    // The kernel counts in KiB.
    peakBytes: process.resourceUsage().maxRSS * 1024,
    heapBytes: heapUsed + external,
    delayP50: delay.percentile(50) / 1e6,
    delayP99: delay.percentile(99) / 1e6,
    delayMax: delay.max / 1e6,
    waitedSeconds: waitedSeconds(),
  };
});
process.channel?.unref();

/** How long the main thread stood ready while the processors did something else; 0 where nobody counts it. */
function waitedSeconds(): number {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) / 1e9 : 0;
}

async function collect(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    globalThis.gc?.();
    await wait(100);
  }
}
