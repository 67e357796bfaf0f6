/** A limit in ms, longer on a slower machine; the configuration of the test runner measures how much. */
export const patient = (ms: number): number => ms * (Number(process.env['TEST_PATIENCE']) || 1);
