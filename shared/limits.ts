/** Every limit a person or a client can meet, in one place; lengths are UTF-16 code units. */
export const limits = {
  messageLength: 8_000,
  /** People whom a message names, each counted once. */
  mentionsPerMessage: 50,
  /** Places where a message names somebody, the same person again included. */
  mentionRanges: 200,
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
  /** Above this many rooms a person joins by themselves only. */
  roomsFromOthers: 800,
  membersPerInvite: 100,
  reactionsPerMessage: 30,
  emojiLength: 32,
  /** Bytes of a decoded avatar image. */
  avatarBytes: 48 * 1024,
  /** Pixels of an avatar image in either direction. */
  avatarPixels: 1_024,
  pageSize: { default: 50, max: 100 },
  /** Bytes of one HTTP body or one WebSocket frame. */
  bodyBytes: 128 * 1024,
  frameBytes: 64 * 1024,
  callsPerBatch: 20,
  /** Calls of one WebSocket under way at once; those above wait. */
  callsUnderWay: 30,
  /** The same for requests of one HTTP connection that sends them without waiting for the answers. */
  requestsUnderWay: 4,
  subscriptionsPerSocket: 20,
  connectionsPerSession: 50,
  tempIdLength: 64,
  /** Events a returning stream replays before it receives a resync. */
  replayedEvents: 1_000,
  /** The same in bytes, so that what a slow network must take at once stays under the buffer it is cut off at. */
  replayedBytes: 768 * 1024,
  /** Members of larger rooms do not learn how far the others have read. */
  receiptMembers: 100,
} as const;

/**
 * Letters and digits of any script, then also `.`, `_` and `-`. Nothing ignorable, except the joiners where Arabic script
 * and scripts with combining vowels write them.
 */
export const userNamePattern =
  /^(?=[\p{L}\p{N}])(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}._-]|[\p{Script=Arabic}\p{M}][\u200C\u200D](?=\p{L}))+$/u;
/** No `#` or `@`, no control or format characters but joiners and the tags of flags; not blank at either end. */
export const roomNamePattern = /^(?!\s)(?!.*\s$)(?:[^#@\p{C}]|[\u200D\u200C\u{E0020}-\u{E007F}])+$/u;
/** Names no person may take, because text gives them a meaning. */
export const reservedNames: readonly string[] = ['room', 'here', 'all', 'everyone', 'channel'];

const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
const compatible = (name: string): string => name.normalize('NFKC').toLowerCase();

/**
 * The form under which a name is unique: NFKC, case folded, without ignorable characters. A final sigma is written as
 * lower case writes it, so that a Greek name is its own key.
 */
export function nameKey(name: string): string {
  const folded = compatible(name.replace(ignorable, '')).replaceAll('ß', 'ss').replace(/[σς]/gu, 'Σ');
  return folded.toLowerCase().normalize('NFKC');
}

/** The keys under which a name may be stored; the second one is of rows older than case folding. */
export const storedNameKeys = (name: string): [key: string, olderKey: string] => [nameKey(name), compatible(name)];
