import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { loadSecret } from './secret.ts';

describe('the configuration', () => {
  test('is complete without any variable', () => {
    expect(readConfig({})).toEqual({
      HOST: '0.0.0.0',
      PORT: 3_000,
      DATA_DIR: 'data',
      REGISTRATION: 'invite',
      LOG_LEVEL: 'info',
      TRUST_PROXY: 'off',
      SEND_RATE: 50,
      CHANGE_RATE: 200,
      LOGIN_RATE: 10,
      REGISTER_RATE: 20,
      LOG_DAYS: 30,
      SESSION_DAYS: 90,
      NODE_ENV: 'production',
    });
  });

  test('takes what is given; an empty variable counts as not given, an unknown one is not looked at', () => {
    const given = { PORT: '80', PUBLIC_URL: 'https://chat.example.org', HOST: '', HOME: '/root' };
    expect(readConfig(given)).toMatchObject({ PORT: 80, PUBLIC_URL: 'https://chat.example.org', HOST: '0.0.0.0' });
    expect(readConfig(given)).not.toHaveProperty('HOME');
  });

  const rest = 'Correct the environment, or leave it out to use the default.';
  test.each([
    ['PORT', 'abc', 'PORT must be a whole number from 0 to 65535, but is "abc".'],
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535, but is "65536".'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535, but is "-1".'],
    ['SEND_RATE', '0', 'SEND_RATE must be a whole number of at least 1, but is "0".'],
    ['LOG_DAYS', '1.5', 'LOG_DAYS must be a whole number of at least 1, but is "1.5".'],
    ['REGISTRATION', 'maybe', 'REGISTRATION must be one of open, invite, closed, but is "maybe".'],
    ['PUBLIC_URL', 'chat', 'PUBLIC_URL must be an address such as https://chat.example.org, but is "chat".'],
    ['PUBLIC_URL', 'ftp://chat', 'PUBLIC_URL must be an address such as https://chat.example.org, but is "ftp://chat".'],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY must be one of on, off, but is "yes".'],
    ['SECRET', 'hunter2', 'SECRET must have at least 32 characters.'],
  ])('%s=%s stops the start with one line that says what to do', (name, value, line) => {
    expect(() => readConfig({ [name]: value })).toThrow(new ConfigError(`${line} ${rest}`));
  });

  test('several wrong values come in one line', () => {
    expect(() => readConfig({ PORT: 'x', TRUST_PROXY: 'x' })).toThrow(/^PORT must [^\n]*; TRUST_PROXY must [^\n]*$/);
  });
});

describe('the secret', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is made once, kept beside the database, and readable by its owner only', () => {
    const made = loadSecret(undefined, folder);
    expect(made).toHaveLength(43);
    expect(loadSecret(undefined, folder)).toBe(made);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secret']);
  });

  test('that is given is used, and nothing is kept', () => {
    expect(loadSecret('g'.repeat(32), folder)).toBe('g'.repeat(32));
    expect(readdirSync(folder)).toEqual([]);
  });
});
