import { type Browser, chromium, type Page } from '@playwright/test';
import { builtCommit, BuiltServer, copyOf, seeded } from '#bench/measure/built-server.ts';
import { inFolder } from '#bench/measure/contest.ts';
import { type FirstLoad, measureFirstLoad } from '#bench/measure/first-load.ts';
import { type Finding, printFigures, ratio } from '#bench/measure/report.ts';
import { median } from '#bench/measure/statistics.ts';
import { browserFlags, findBrowser } from '#scripts/browser.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
/** Before files were compressed and the first screen was one call. */
const earlier = '84c1f71';
const message = '[data-row]';

interface Condition {
  name: string;
  slowdown: number;
  /** Of the network: latency in ms, throughput in bytes a second. */
  network: { latency: number; throughput: number } | null;
}
const conditions: readonly Condition[] = [
  { name: 'full speed', slowdown: 1, network: null },
  { name: 'processor 4× slower', slowdown: 4, network: null },
  { name: '1.6 Mbit/s, 150 ms', slowdown: 1, network: { latency: 150, throughput: 1_600_000 / 8 } },
];

interface Visit {
  cold: FirstLoad;
  reload: FirstLoad;
}

/** Time from the navigation to the first message, cold and from the browser's cache, against an earlier commit. */
export async function firstLoad(): Promise<Finding[]> {
  const versions = [
    { name: 'now', root: builtCommit(null) },
    { name: earlier, root: builtCommit(earlier) },
  ];
  return inFolder(async (folder) => {
    const data = seeded(versions.at(-1)?.root ?? '.', folder);
    const servers = new Map<string, BuiltServer>();
    const executablePath = findBrowser()?.path;
    const browser = await chromium.launch({ args: browserFlags, ...(executablePath ? { executablePath } : {}) });
    try {
      for (const { name, root } of versions) servers.set(name, await BuiltServer.start(root, copyOf(data, name)));
      const findings: Finding[] = [];
      for (const condition of conditions) findings.push(...(await compare(browser, servers, condition)));
      return findings;
    } finally {
      await browser.close();
      for (const server of servers.values()) await server.stop();
    }
  });
}

async function compare(browser: Browser, servers: Map<string, BuiltServer>, condition: Condition): Promise<Finding[]> {
  const visits = new Map<string, Visit[]>([...servers.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of servers) visits.get(name)?.push(await visit(browser, server, condition));
    process.stderr.write('.');
  }
  console.log(`\n${condition.name}`);
  printFigures(visits, {
    'cold ms': ({ cold }) => cold.ms,
    'reload ms': ({ reload }) => reload.ms,
    KB: ({ cold }) => cold.kilobytes,
    requests: ({ cold }) => cold.requests.length,
  });
  const loads = (pick: (visit: Visit) => number) => median((visits.get('now') ?? []).map(pick));
  const times = (what: string, first: (visit: Visit) => number, atMost: number): Finding => ({
    what: `${what} / the first load of ${earlier}, ${condition.name}`,
    value: median(
      (visits.get('now') ?? []).map((own, round) => first(own) / (visits.get(earlier)?.[round]?.cold.ms ?? Number.NaN)),
    ),
    unit: '×',
    asked: { atMost },
  });
  return [
    times('first load', ({ cold }) => cold.ms, 0.5),
    times('reload', ({ reload }) => reload.ms, 0.25),
    {
      what: `reload / reload of ${earlier}, ${condition.name}`,
      value: ratio(visits, 'now', earlier, ({ reload }) => reload.ms),
      unit: '×',
    },
    ...(condition === conditions[0]
      ? [
          {
            what: 'on the wire',
            value: loads(({ cold }) => cold.kilobytes),
            unit: 'KB' as const,
            asked: { atMost: 220 },
          },
        ]
      : []),
  ];
}

/** A browser that has nothing but the session's cookie opens the default room, and then loads it again. */
async function visit(browser: Browser, server: BuiltServer, condition: Condition): Promise<Visit> {
  const page = await openPage(browser, server, condition);
  const cold = await measureFirstLoad(page, `${server.url}/`, message);
  await page.waitForLoadState('networkidle');
  const reload = await measureFirstLoad(page, page.url(), message);
  await page.context().close();
  return { cold, reload };
}

async function openPage(browser: Browser, { url, cookie }: BuiltServer, condition: Condition): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: condition.slowdown });
  if (condition.network) {
    const { latency, throughput } = condition.network;
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  return page;
}
