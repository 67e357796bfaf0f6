import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { answerParent } from '#bench/measure/answering.ts';
import { ClosedLoop } from './closed-loop.ts';
import { Crowd } from './crowd.ts';
import { flood, floods } from './floods.ts';
import { turnPages } from './pages.ts';
import { comeBack } from './returning.ts';
import { sendBursts, sendSpaced } from './fanout.ts';
import { Watch } from './watch.ts';

const person = z.object({ token: z.string(), roomId: z.string() });

/** The load generator: a process of its own that takes commands from the bench. */
const command = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('join'),
    dialect: z.enum(['parley', 'socketio', 'ws']),
    port: z.number(),
    /** File with the people, and which of them come. */
    people: z.string(),
    from: z.number(),
    to: z.number(),
  }),
  z.object({ do: z.literal('bursts'), listeners: z.number(), bursts: z.number(), size: z.number() }),
  z.object({ do: z.literal('spaced'), listeners: z.number(), count: z.number(), everyMs: z.number() }),
  z.object({ do: z.literal('loop'), speakers: z.array(z.number()) }),
  z.object({
    do: z.literal('pages'),
    port: z.number(),
    person,
    place: z.union([
      z.object({ at: z.enum(['end', 'start']) }),
      z.object({ at: z.enum(['before', 'rev']), from: z.number(), to: z.number() }),
    ]),
    count: z.number(),
  }),
  z.object({ do: z.literal('flood'), kind: z.enum(floods), port: z.number(), person }),
  /** Begins to ask as one person who does nothing unusual; `watched` reports how long the answers took. */
  z.object({ do: z.literal('watch'), port: z.number(), person }),
  z.object({ do: z.literal('watched') }),
  z.object({
    do: z.literal('comeBack'),
    port: z.number(),
    people: z.string(),
    lastEventId: z.string(),
    messages: z.number(),
  }),
  z.object({ do: z.literal('take') }),
  z.object({ do: z.literal('stop') }),
]);
const people = z.array(person);

let crowd: Crowd | null = null;
let loop: ClosedLoop | null = null;
let watch: Watch | null = null;

answerParent(async (asked) => {
  const told = command.parse(asked);
  if (told.do === 'join') {
    crowd ??= new Crowd(told.dialect, told.port);
    await crowd.join(people.parse(JSON.parse(readFileSync(told.people, 'utf8'))).slice(told.from, told.to));
    return null;
  }
  if (told.do === 'comeBack')
    return comeBack(told.port, people.parse(JSON.parse(readFileSync(told.people, 'utf8'))), told);
  if (told.do === 'pages') return turnPages(told.port, told.person, told.place, told.count);
  if (told.do === 'flood') return flood(told.kind, told.port, told.person);
  if (told.do === 'watch') {
    watch = await Watch.start(told.port, told.person);
    return null;
  }
  if (told.do === 'watched') return watch?.take();
  if (!crowd) throw new Error('nobody has joined');
  switch (told.do) {
    case 'bursts':
      return sendBursts(crowd, told.listeners, told.bursts, told.size);
    case 'spaced':
      return sendSpaced(crowd, told.listeners, told.count, told.everyMs);
    case 'loop':
      loop = new ClosedLoop(crowd, told.speakers);
      return null;
    case 'take':
      return loop?.take();
    case 'stop':
      return loop?.stop();
  }
});
