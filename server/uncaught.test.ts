import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Line } from '#server/testing/line.ts';
import { buildPrograms, type ServerProcess, startServerProcess } from '#server/testing/server-process.ts';

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  await buildPrograms();
  folder = mkdtempSync(join(tmpdir(), 'parley-uncaught-'));
});
afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['throw', 'reject'] as const)(
  'after an error that nothing caught (%s) clients are told to come back, one line is logged, the status is 1',
  async (how) => {
    server = await startServerProcess(folder);
    const line = await Line.open(server.url, '');
    const { status, log } = await server.fail(how);
    await line.until(() => line.closed !== null);
    expect(line.closed).toBe(1012);
    expect(status).toBe(1);
    expect(log.length).toBe(1);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      level: 60,
      err: { message: expect.stringContaining('on request') },
    });
  },
);
