import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever folder the command was typed in. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} line */
export function say(line) {
  console.log(`parley: ${line}`);
}

/**
 * Runs a program in the project's folder, in this terminal, and waits for it.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to this process's own
 * @returns {number} its exit status; 1 when it could not be started or was killed
 */
export function run(program, args, env = {}) {
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: program.endsWith('.cmd'),
  });
  if (done.error) say(`${program} could not be started: ${done.error.message}`);
  return done.status ?? 1;
}

/**
 * Runs a Node script, as `run` does.
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function runNode(script, args, env) {
  return run(process.execPath, [script, ...args], env);
}
