import { LoopScheduler } from '#server/platform/loop-scheduler.ts';
import { InboundFrameQueue } from './inbound-frame-queue.ts';
import { WriteScheduler } from './write-scheduler.ts';

/** What all sockets of the process share. */
export class Wire {
  readonly writes: WriteScheduler;
  readonly inbound: InboundFrameQueue;

  constructor(scheduler = new LoopScheduler()) {
    this.writes = new WriteScheduler(scheduler);
    this.inbound = new InboundFrameQueue(scheduler);
  }
}
