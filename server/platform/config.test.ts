import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      HOST: '0.0.0.0',
      PORT: 3000,
      DATA_DIR: 'data',
      REGISTRATION: 'invite',
      LOG_LEVEL: 'info',
      TRUST_PROXY: 'off',
      SEND_RATE: 50,
      LOGIN_RATE: 10,
      NODE_ENV: 'production',
    });
  });

  it('takes an empty variable for one that is not given', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PUBLIC_URL', 'chat'],
    ['REGISTRATION', 'sometimes'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['SEND_RATE', '0'],
    ['LOGIN_RATE', 'many'],
    ['SESSION_DAYS', '0.5'],
  ])('stops at %s=%s with one line that names the variable and the value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} must .*${value}.*$`));
  });

  it('names all that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*LOG_LEVEL/);
  });

  it('does not tell a secret that is too short', () => {
    expect(() => readConfig({ SECRET: 'hunter2' })).toThrow(/^SECRET must have at least 32 characters(?!.*hunter2)/);
  });
});
