import { IncomingMessage } from 'node:http';

/**
 * A request that Node upgrades to a WebSocket and to nothing else. A client that offers another protocol, as HTTP/2
 * clients do with `Upgrade: h2c`, is answered as if it had not offered any. Node asks `upgrade` when the headers are
 * there; `shouldUpgradeCallback` does the same, but not before Node 24.
 */
export class UpgradeRequest extends IncomingMessage {
  declare private wantsUpgrade: boolean | null;

  get upgrade(): boolean {
    if (!this.wantsUpgrade) return false;
    return this.method === 'CONNECT' || this.headers.upgrade?.trim().toLowerCase() === 'websocket';
  }

  // Node's own constructor sets it, before any field of this class exists.
  set upgrade(wanted: boolean | null) {
    this.wantsUpgrade = wanted;
  }
}
