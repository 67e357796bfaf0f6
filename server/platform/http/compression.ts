import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Bytes: a smaller answer fits one packet either way. */
const smallestBody = 1_024;
/** Brotli's higher levels take ten times as long for a tenth less. */
const brotliLevel = 4;

const encoders = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliLevel } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};
type Encoding = keyof typeof encoders;
const preferred: readonly Encoding[] = ['br', 'gzip'];

/** The best encoding that an `Accept-Encoding` header allows; null for none. */
export function acceptedEncoding(header = ''): Encoding | null {
  const accepted = new Map(
    header.split(',').map((part) => {
      const [name = '', quality = '1'] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/);
      return [name, Number(quality)];
    }),
  );
  return preferred.find((encoding) => (accepted.get(encoding) ?? 0) > 0) ?? null;
}

/**
 * Compresses the answer to a query once it is complete, outside of the event loop's thread. Streams pass as they are
 * written. Changes are not compressed: their answers may hold a secret, such as a bearer's token.
 */
export function compressQueries(req: IncomingMessage, res: ServerResponse): void {
  if (req.method !== 'GET') return;
  const encoding = acceptedEncoding(req.headers['accept-encoding']);
  const [write, end] = [res.write.bind(res), res.end.bind(res)];
  const parts: Buffer[] = [];
  const sendCompressed = async (body: Buffer, name: Encoding) => {
    const smaller = await encoders[name](body).catch(() => null);
    if (smaller) res.setHeader('Content-Encoding', name);
    end(smaller ?? body);
  };
  res.write = (chunk: string | Uint8Array) => {
    if (!isWholeJson(res)) return write(chunk);
    parts.push(Buffer.from(chunk));
    return true;
  };
  res.end = (chunk?: unknown) => {
    if (!isWholeJson(res)) return end(chunk);
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
    res.appendHeader('Vary', 'Accept-Encoding');
    const body = Buffer.concat(parts);
    if (!encoding || body.length < smallestBody) return end(body);
    void sendCompressed(body, encoding);
    return res;
  };
}

/** Server-sent events have another type, answers that are streamed say so in a header of tRPC's. */
const isWholeJson = (res: ServerResponse): boolean =>
  !res.headersSent &&
  !res.hasHeader('Transfer-Encoding') &&
  String(res.getHeader('Content-Type')).startsWith('application/json');
