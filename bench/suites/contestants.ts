import type { Contestant } from '#bench/measure/contest.ts';
import { secret } from '#bench/people.ts';

/** Rates are for people, not for a measurement. */
export const unlimited = {
  READ_RATE: '100000000',
  SEND_RATE: '100000000',
  CHANGE_RATE: '100000000',
  INVITE_RATE: '100000000',
};

/** The product, on a data folder. */
export function parley(folder: string, env: Record<string, string> = {}): Contestant {
  return {
    name: 'Parley',
    dialect: 'parley',
    entry: 'bench/measure/parley.ts',
    env: { DATA_DIR: folder, SECRET: secret, ...env },
    nodeOptions: process.env.PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`] : [],
  };
}
