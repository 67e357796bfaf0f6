import type { Tx } from './db/store.ts';

/** What features have to say to commands of other features, which do not know them. */
export interface Hooks {
  /** Runs in the write that recalls a message: what features keep of it goes. */
  onMessageRecalled(tx: Tx, messageId: string): Promise<void>;
}
