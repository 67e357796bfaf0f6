/** Every limit a person or a client can meet, in one place; lengths are UTF-16 code units. */
export const limits = {
  messageLength: 8_000,
  mentionsPerMessage: 50,
  /** Above this many members `@room` and `@here` ask first (the page) and need `confirmed` (the server). */
  askBeforeNotifying: 30,
  userName: { min: 2, max: 32 },
  displayName: 64,
  statusText: 100,
  roomName: 64,
  roomTopic: 250,
  password: { min: 10, max: 200 },
  directMembers: 9,
  roomsPerPerson: 1_000,
  membersPerInvite: 100,
  reactionsPerMessage: 30,
  emojiLength: 32,
  /** Bytes of a decoded avatar image. */
  avatarBytes: 48 * 1024,
  pageSize: { default: 50, max: 100 },
  /** Bytes of one HTTP body or one WebSocket frame. */
  bodyBytes: 128 * 1024,
  frameBytes: 64 * 1024,
  callsPerBatch: 20,
  subscriptionsPerSocket: 20,
  connectionsPerSession: 50,
  tempIdLength: 64,
  /** Events a returning stream replays before it is told to start over. */
  replayedEvents: 1_000,
  /** The same in bytes, so that what a slow network must take at once stays under the buffer it is cut off at. */
  replayedBytes: 768 * 1024,
  /** Rooms larger than this announce read marks to their owner only. */
  receiptMembers: 100,
  typingMs: 5_000,
} as const;

/** Letters and digits of any script, then also `.`, `_` and `-`. */
export const userNamePattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;
/** No control characters, no `#` or `@`; not blank at either end. */
export const roomNamePattern = /^[^\s#@\p{C}]([^#@\p{C}]*[^\s#@\p{C}])?$/u;
/** Names no person may take, because text gives them a meaning. */
export const reservedNames: readonly string[] = ['room', 'here', 'all', 'everyone', 'channel'];

/** The form under which a name is unique: NFKC, lower case. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();
