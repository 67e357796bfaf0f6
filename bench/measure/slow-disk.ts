import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const source = (delayMs: number): string => `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
static int after_a_while(const char *name, int fd) {
  struct timespec pause = { 0, ${delayMs}000000 };
  nanosleep(&pause, 0);
  return ((int (*)(int))dlsym(RTLD_NEXT, name))(fd);
}
int fsync(int fd) { return after_a_while("fsync", fd); }
int fdatasync(int fd) { return after_a_while("fdatasync", fd); }
`;

/**
 * The environment in which every sync to the disk takes `delayMs` longer, as it does on a network volume or a disk
 * without a cache of its own; null where there is no C compiler or no preloading.
 */
export function slowDisk(folder: string, delayMs: number): Record<string, string> | null {
  const code = resolve(folder, 'slow-disk.c');
  const library = resolve(folder, 'slow-disk.so');
  writeFileSync(code, source(delayMs));
  const built = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, code, '-ldl']);
  return process.platform === 'linux' && built.status === 0 ? { LD_PRELOAD: library } : null;
}
