import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { binOf } from './dependencies.mjs';
import { root } from './terminal.mjs';

const forbidden: [file: string, line: string][] = [
  ['shared/rooms.ts', "import 'react';"],
  ['shared/rooms.ts', "import { x } from '#server/platform/logger.ts';"],
  ['shared/rooms.ts', "import { x } from 'zod/mini';"],
  ['server/app.ts', "import { x } from '#server/features/rooms/router.ts';"],
  ['server/app.ts', "import { x } from '#client/lib/dates.ts';"],
  ['server/features.ts', "import { x } from '#client/lib/dates.ts';"],
  ['server/platform/log/event-log.ts', "import { x } from '#server/features/rooms/queries.ts';"],
  ['server/platform/log/event-log.ts', "import type { AppRouter } from '#server/features.ts';"],
  ['server/platform/log/event-log.ts', "import { x } from '#server/app.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from '#server/features/users/router.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from '#server/features/users/http.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from './router.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from '#server/features.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from '#server/app.ts';"],
  ['server/features/rooms/commands.ts', "import type { X } from '#client/lib/dates.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from 'react';"],
  ['server/features/rooms/commands.ts', "import { x } from '../users/queries.ts';"],
  ['client/ui/Button.tsx', "import { x } from '#client/lib/dates.ts';"],
  ['client/ui/Button.tsx', "import type { X } from '#shared/users.ts';"],
  ['client/ui/Button.tsx', "import { x } from '@tanstack/react-query';"],
  ['client/lib/dates.ts', "import { x } from '#client/ui/place.ts';"],
  ['client/lib/dates.ts', "import { x } from '#client/features/rooms/apply.ts';"],
  ['client/lib/dates.ts', "import { x } from '#shared/messages.ts';"],
  ['client/lib/dates.ts', "import { x } from 'zod';"],
  ['client/lib/dates.ts', "import type { AppRouter } from '#server/features.ts';"],
  ['client/lib/trpc.ts', "import { appRouter } from '#server/features.ts';"],
  ['client/lib/trpc.ts', "import type { X } from '#server/app.ts';"],
  ['client/features/rooms/RoomList.tsx', "import { x } from '#client/app/routes.ts';"],
  ['client/features/rooms/RoomList.tsx', "import { x } from '#shared/rooms.ts';"],
  ['client/features/rooms/RoomList.tsx', "import type { AppRouter } from '#server/features.ts';"],
  ['client/features/rooms/RoomList.tsx', "import { x } from '../users/use-users.ts';"],
  ['client/app/Shell.tsx', "import { x } from '#shared/rooms.ts';"],
  ['client/app/Shell.tsx', "import type { AppRouter } from '#server/features.ts';"],
  ['client/main.tsx', "import { x } from '#server/platform/logger.ts';"],
  ['client/main.tsx', "import { x } from 'node:fs';"],
  ['client/lib/dates.ts', "import { x } from '#bench/people.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from '#bench/people.ts';"],
];

const allowed: [file: string, line: string][] = [
  ['shared/rooms.ts', "import { x } from 'zod';"],
  ['shared/rooms.ts', "import { x } from './limits.ts';"],
  ['server/features.ts', "import { x } from '#server/features/rooms/feature.ts';"],
  ['server/features/rooms/feature.ts', "import { x } from './router.ts';"],
  ['server/app.ts', "import { x } from '#server/features/rooms/queries.ts';"],
  ['server/platform/log/event-log.ts', "import { x } from '#shared/events.ts';"],
  ['server/platform/log/event-log.ts', "import { x } from '#server/platform/logger.ts';"],
  ['server/platform/log/event-log.ts', "import { x } from 'drizzle-orm';"],
  ['server/features/rooms/commands.ts', "import { x } from '#server/features/users/access.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from '#server/platform/log/event-log.ts';"],
  ['server/features/rooms/commands.ts', "import { x } from './queries.ts';"],
  ['server/features/rooms/rooms.test.ts', "import { x } from '#server/features/users/router.ts';"],
  ['server/testing/app.ts', "import { x } from '#server/features.ts';"],
  ['client/ui/Button.tsx', "import { x } from 'react';"],
  ['client/ui/Button.tsx', "import { x } from '#client/ui/place.ts';"],
  ['client/lib/dates.ts', "import { x } from '#shared/limits.ts';"],
  ['client/lib/dates.ts', "import type { X } from '#shared/messages.ts';"],
  ['client/lib/trpc.ts', "import type { AppRouter } from '#server/features.ts';"],
  ['client/features/rooms/RoomList.tsx', "import { x } from '#client/features/users/apply.ts';"],
  ['client/features/rooms/RoomList.tsx', "import { x } from '#client/ui/place.ts';"],
  ['client/features/rooms/RoomList.tsx', "import type { X } from '#shared/rooms.ts';"],
  ['client/app/Shell.tsx', "import { x } from '#client/features/users/apply.ts';"],
];

const finding = z.object({
  filename: z.string(),
  code: z.string(),
  labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
});

const trees: string[] = [];

/** A name may be declared once in a file. */
const numbered = (line: string, index: number) => line.replace(/\b(?:x|X|AppRouter|appRouter)\b/, `name${index}`);

/** Lints a tree of nothing but these lines by the project's own rules; answers which rule each line breaks. */
function lint(lines: typeof forbidden): (string | null)[] {
  const folder = mkdtempSync(join(tmpdir(), 'parley-lint-'));
  trees.push(folder);
  // Types have nothing to say about imports that lead nowhere.
  const rules = JSON.stringify(join(root, 'oxlint.config.mjs'));
  writeFileSync(
    join(folder, 'oxlint.config.mjs'),
    `import rules from ${rules};\nexport default { ...rules, options: { ...rules.options, typeAware: false } };\n`,
  );
  const written = new Map<string, string[]>();
  for (const [file, line] of lines) written.set(file, [...(written.get(file) ?? []), line]);
  for (const [file, own] of written) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), own.map(numbered).join('\n'));
  }
  const { stdout } = spawnSync(process.execPath, [binOf('oxlint'), '-c', 'oxlint.config.mjs', '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = z.object({ diagnostics: z.array(finding) }).parse(JSON.parse(stdout));
  return lines.map(([file, line]) => {
    const number = (written.get(file) ?? []).indexOf(line) + 1;
    const broken = diagnostics.find(
      ({ filename, code, labels }) =>
        filename === file && code.includes('no-restricted-imports') && labels[0]?.span.line === number,
    );
    return broken?.code ?? null;
  });
}

afterAll(() => {
  for (const folder of trees) rmSync(folder, { recursive: true });
});

describe('who may import whom', () => {
  const refused = lint(forbidden);
  it.each(forbidden.map(([file, line], index) => ({ file, line, index })))('$file must not: $line', ({ index }) => {
    expect(refused[index]).toBe('eslint(no-restricted-imports)');
  });

  const passed = lint(allowed);
  it.each(allowed.map(([file, line], index) => ({ file, line, index })))('$file may: $line', ({ index }) => {
    expect(passed[index]).toBeNull();
  });
});

describe('where things are kept', () => {
  it('server features hold files of the closed set of names, and tests', () => {
    const named =
      /^[^/]+\/(?:(?:feature|tables|router|commands|queries|access|consumer|jobs|background|http|fixture)\.ts|[a-z0-9.-]+\.test\.ts)$/;
    expect(filesUnder('server/features').filter((file) => !named.test(file))).toEqual([]);
  });

  it('no folder is a drawer, and no file only passes on what others export', () => {
    const files = ['shared', 'server', 'client', 'bench', 'scripts', 'e2e'].flatMap(filesUnder);
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|index)(?:\/|\.[jt]sx?$)/.test(file))).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(root, folder), join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
