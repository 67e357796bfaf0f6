import { bootstrapInput } from '#shared/bootstrap.ts';
import { defineFeature } from '#server/platform/feature.ts';
import { publicProcedure, router } from '#server/platform/trpc/trpc.ts';
import { bootstrapFor } from './queries.ts';

export const bootstrap = defineFeature({
  router: router({
    /** Asked for by the page before its script is there, so that the first screen costs one round trip of data. */
    load: publicProcedure.input(bootstrapInput).query(({ ctx, input }) => {
      const { config, store, version } = ctx.services;
      return store.read((db) => bootstrapFor(db, { config, version, caller: ctx.caller, room: input.room }));
    }),
  }),
});
