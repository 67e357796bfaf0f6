import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import helmet from 'helmet';
import sirv from 'sirv';
import { ConfigError } from '#server/platform/config.ts';

export type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** The headers of every answer: a strict policy without inline script, no sniffing, no framing. */
export const securityHeaders = (https: boolean): Handler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'same-origin' },
  });

/** The built page, compressed by the build; every address that is not a file opens it. */
export function builtPages(folder: string): Handler {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new ConfigError(`The page is not built: ${folder} is missing. Run "npm run build" first.`);
  }
  return sirv(folder, {
    single: true,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(res, path) {
      const fingerprinted = path.startsWith('/assets/');
      res.setHeader('Cache-Control', fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** The page with hot reload, by Vite on the same port; never loaded in production. */
export async function developmentPages(server: Server): Promise<Handler & { close(): Promise<void> }> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    server: { middlewareMode: true, hmr: { server } },
    appType: 'spa',
  });
  return Object.assign(vite.middlewares, { close: () => vite.close() });
}
