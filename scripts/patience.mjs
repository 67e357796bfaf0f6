import { createHash } from 'node:crypto';

/** How many times slower than the machine the limits were chosen on; children and workers inherit the figure. */
export const patience = Number(process.env['TEST_PATIENCE']) || measure();
process.env['TEST_PATIENCE'] = String(patience);

/** A fixed piece of work; the quicker of two runs, because the first one compiles it. Between 1 and 6. */
function measure() {
  const usualMs = 60;
  const slower = Math.min(work(), work()) / usualMs;
  return Math.round(Math.min(6, Math.max(1, slower)) * 10) / 10;
}

function work() {
  const start = performance.now();
  let text = 'parley';
  for (let i = 0; i < 20_000; i += 1) {
    text = createHash('sha256').update(JSON.stringify({ i, text })).digest('hex');
  }
  return performance.now() - start;
}
