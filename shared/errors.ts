/** The closed list of error codes, each with its HTTP meaning. Sentences live in `error-sentences.ts`. */
export const errorCodes = {
  invalid_input: 'BAD_REQUEST',
  message_empty: 'BAD_REQUEST',
  message_too_long: 'BAD_REQUEST',
  mention_invalid: 'BAD_REQUEST',
  mention_needs_confirmation: 'PRECONDITION_FAILED',
  cursor_unknown: 'BAD_REQUEST',
  emoji_invalid: 'BAD_REQUEST',
  image_invalid: 'BAD_REQUEST',
  name_invalid: 'BAD_REQUEST',
  name_mixed: 'BAD_REQUEST',
  name_taken: 'CONFLICT',
  password_weak: 'BAD_REQUEST',
  password_wrong: 'FORBIDDEN',
  credentials_wrong: 'UNAUTHORIZED',
  not_signed_in: 'UNAUTHORIZED',
  registration_closed: 'FORBIDDEN',
  invite_invalid: 'FORBIDDEN',
  invite_expired: 'FORBIDDEN',
  invite_used_up: 'FORBIDDEN',
  forbidden: 'FORBIDDEN',
  origin_refused: 'FORBIDDEN',
  room_unknown: 'NOT_FOUND',
  room_archived: 'PRECONDITION_FAILED',
  room_lobby: 'PRECONDITION_FAILED',
  room_direct: 'PRECONDITION_FAILED',
  room_needs_owner: 'PRECONDITION_FAILED',
  not_a_member: 'FORBIDDEN',
  message_unknown: 'NOT_FOUND',
  message_recalled: 'PRECONDITION_FAILED',
  user_unknown: 'NOT_FOUND',
  session_unknown: 'NOT_FOUND',
  limit_reached: 'PRECONDITION_FAILED',
  too_many_requests: 'TOO_MANY_REQUESTS',
  too_large: 'PAYLOAD_TOO_LARGE',
  malformed: 'PARSE_ERROR',
  unknown_procedure: 'NOT_FOUND',
  client_outdated: 'PRECONDITION_FAILED',
  unavailable: 'SERVICE_UNAVAILABLE',
  outcome_unknown: 'GATEWAY_TIMEOUT',
  internal: 'INTERNAL_SERVER_ERROR',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Why the server closes a WebSocket, beside the codes of the standard. */
export const closeCodes = { notSignedIn: 4401, limitReached: 4429 } as const;

/** What an error carries besides its code: the field at fault, the limit, the time to wait in ms. */
export interface ErrorDetails {
  field?: string;
  limit?: number;
  retryAfterMs?: number;
}

/** The `data.app` of every error a procedure answers with. */
export interface AppErrorData extends ErrorDetails {
  code: ErrorCode;
}

/** The one error the domain throws; `server/platform/trpc` turns it into the answer. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
    this.name = 'AppError';
  }
}
