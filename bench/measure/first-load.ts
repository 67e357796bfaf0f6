import type { CDPSession, Page } from '@playwright/test';

export interface FirstLoad {
  /** Addresses, in order, of what was asked for before the screen showed; the WebSocket is one. */
  requests: string[];
  /** What crossed the wire for them, with headers, and the frames that came meanwhile, in KB of 1,024 bytes. */
  kilobytes: number;
  /** From the navigation until the frame with the screen was drawn, in ms. */
  ms: number;
}

interface Request {
  url: string;
  /** In ms since 1970, as `Date.now` counts. */
  at: number;
  bytes: number;
  done: boolean;
}

/** How long what was asked for may take to arrive after the screen showed, in ms. */
const arrivalMs = 60_000;

/** What crosses the wire until `selector` matches in a page that opens `url`; the page must be a new one. */
export async function measureFirstLoad(page: Page, url: string, selector: string): Promise<FirstLoad> {
  const wire = await listen(await page.context().newCDPSession(page));
  await page.addInitScript(markShown, selector);
  await page.goto(url, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(() => performance.getEntriesByName('parley.shown')[0]?.startTime);
  const ms = (await shown.jsonValue()) ?? 0;
  const shownAt = (await page.evaluate(() => performance.timeOrigin)) + ms;
  const requests = () => wire.requests().filter(({ at }) => at <= shownAt);
  const deadline = Date.now() + arrivalMs;
  while (requests().some(({ done }) => !done) && Date.now() < deadline) await page.waitForTimeout(20);
  const bytes = requests().reduce((sum, request) => sum + request.bytes, 0) + wire.frameBytes(shownAt);
  return { requests: requests().map((request) => new URL(request.url).pathname), kilobytes: bytes / 1_024, ms };
}

/** Runs in the page: marks the time at which the frame that holds the first match was drawn. */
function markShown(selector: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('parley.shown')));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Notes every request and frame of a page. */
async function listen(cdp: CDPSession) {
  const requests = new Map<string, Request>();
  const frames: { at: number; bytes: number }[] = [];
  /** The protocol's own clock begins anywhere, in seconds; requests tell both. */
  let offset = 0;
  const finish = (id: string, bytes: number) => {
    const request = requests.get(id);
    if (request) Object.assign(request, { bytes, done: true });
  };
  cdp.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp }) => {
    offset = wallTime - timestamp;
    requests.set(requestId, { url: request.url, at: wallTime * 1_000, bytes: 0, done: false });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => finish(requestId, encodedDataLength));
  cdp.on('Network.loadingFailed', ({ requestId }) => finish(requestId, 0));
  cdp.on('Network.webSocketWillSendHandshakeRequest', ({ requestId, wallTime }) =>
    requests.set(requestId, { url: 'ws://socket/trpc', at: wallTime * 1_000, bytes: 0, done: true }),
  );
  cdp.on('Network.webSocketHandshakeResponseReceived', ({ requestId, response }) =>
    finish(requestId, response.headersText?.length ?? 0),
  );
  cdp.on('Network.webSocketFrameReceived', ({ timestamp, response }) =>
    frames.push({ at: (timestamp + offset) * 1_000, bytes: Buffer.byteLength(response.payloadData) }),
  );
  await cdp.send('Network.enable');
  return {
    requests: () => [...requests.values()],
    frameBytes: (until: number) => frames.reduce((sum, { at, bytes }) => sum + (at <= until ? bytes : 0), 0),
  };
}
