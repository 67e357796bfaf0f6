import type { AnyRouter, inferRouterInputs } from '@trpc/server';
import type { PermissionFixture } from './permission-fixture.ts';

/** A right input for each procedure of a feature's router; one without a row is a type error. */
export type InputsOf<R extends AnyRouter> = {
  [P in keyof inferRouterInputs<R>]: (fixture: PermissionFixture) => inferRouterInputs<R>[P];
};

export const nothing = () => undefined;
export const theRoom = ({ roomId }: PermissionFixture) => ({ roomId });
export const theMessage = ({ messageId }: PermissionFixture) => ({ messageId });
