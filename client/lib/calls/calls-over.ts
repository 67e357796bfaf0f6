import { type OperationLink, TRPCClientError, type TRPCLink } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { observable, type Unsubscribable } from '@trpc/server/observable';
import { httpCalls, idempotentCalls } from '#shared/calls.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { callsWords } from './en.ts';
import { inTurn } from './turns.ts';

/** How long an answer may take over a WebSocket, in ms: a call that is repeated elsewhere is given up sooner. */
const patienceMs = { repeated: 10_000, once: 20_000 };

/** The WebSocket of the page's stream, as a way for its calls. */
export interface CallSocket<R extends AnyRouter> {
  readonly link: TRPCLink<R>;
  readonly isOpen: () => boolean;
  /** Opens it again, as who the session's cookie says. */
  readonly reopen: () => void;
}

export interface CallWays<R extends AnyRouter> {
  http: TRPCLink<R>;
  /** Null while no WebSocket is open. */
  socket: () => CallSocket<R> | null;
  /** A change had no answer: it may have been made or not. */
  onUnknown: (path: string) => void;
}

const words = wordsNow({ calls: callsWords });

/**
 * Sends calls over the open WebSocket, and over HTTP where there is none. One without an answer is repeated over HTTP if
 * that changes nothing the second time; any other change fails with `outcome_unknown`.
 */
export const callsOver = <R extends AnyRouter>({ http, socket, onUnknown }: CallWays<R>): TRPCLink<R> => {
  return (runtime) => {
    const overHttp = http(runtime);
    const lastly = (path: string, isOnce: boolean, reason: TRPCClientError<R>): TRPCClientError<R> => {
      // Off line, nothing was sent.
      if (!isOnce || !navigator.onLine) return reason;
      onUnknown(path);
      return unknownOutcome();
    };
    return ({ op, next }) => {
      const isHttpCall = httpCalls.has(op.path);
      const isRepeatable = op.type === 'query' || idempotentCalls.has(op.path);
      const way = isHttpCall ? null : socket();
      return observable((observer) => {
        const call = new Attempts<OperationLink<R>>((link, onLost) =>
          link({ op, next }).subscribe({
            next: (value) => {
              call.answered();
              if (isHttpCall) socket()?.reopen();
              observer.next(value);
            },
            error: (reason) => {
              call.answered();
              if (reason.data == null) onLost(reason);
              else observer.error(reason);
            },
            complete: () => observer.complete(),
          }),
        );
        const fail = (reason: unknown) =>
          observer.error(lastly(op.path, !isRepeatable && !isHttpCall, TRPCClientError.from(asError(reason))));
        const again = isRepeatable ? () => call.run(overHttp, fail) : fail;
        const ms = isRepeatable ? patienceMs.repeated : patienceMs.once;
        if (way) inTurn(() => call.run(way.link(runtime), again, ms));
        else call.run(overHttp, fail);
        return () => call.stop();
      });
    };
  };
};

/** The tries of one call, one after the other, until one is answered or the caller loses interest. */
class Attempts<L> {
  #current: Unsubscribable | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(private readonly start: (link: L, onLost: (reason: unknown) => void) => Unsubscribable) {}

  /** `onLost` runs when the way brings no answer, or none within `ms`; without it the way has a limit of its own. */
  run(link: L, onLost: (reason: unknown) => void, ms?: number): void {
    if (this.#isOver) return;
    this.#current = this.start(link, onLost);
    if (ms === undefined) return;
    this.#timer = setTimeout(() => {
      this.#current?.unsubscribe();
      onLost(new Error('The server did not answer in time.'));
    }, ms);
  }

  answered(): void {
    clearTimeout(this.#timer);
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#current?.unsubscribe();
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

function unknownOutcome<R extends AnyRouter>(): TRPCClientError<R> {
  const message = words().calls.outcomeUnknown;
  return TRPCClientError.from({ error: { message, code: -32_000, data: { app: { code: 'outcome_unknown' } } } });
}
