import { TRPCClientError } from '@trpc/client';
import type { AppErrorData } from '#shared/errors.ts';
import type { Message } from '#shared/messages.ts';

/** A message to spread. */
export const someMessage: Message = {
  id: 'm',
  roomId: 'r',
  authorId: 'ann',
  tempId: 't',
  rev: 1,
  text: 'hello',
  mentions: [],
  notice: null,
  replyTo: null,
  reactions: [],
  createdAt: 0,
  editedAt: null,
  recalledAt: null,
  recalledBy: null,
};

/** The error of a call that the server answers with a code. */
export const refusal = (app: AppErrorData) =>
  new TRPCClientError(app.code, { result: { error: { message: app.code, code: -32_000, data: { app } } } });
