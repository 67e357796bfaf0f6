import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test';
import { Line, type Trouble } from './line.ts';
import { type NewPerson, type Person, register } from './people.ts';
import { TestServer } from './server.ts';

export { expect } from '@playwright/test';
export type { Page } from '@playwright/test';

type Look = Pick<BrowserContextOptions, 'locale' | 'colorScheme' | 'viewport' | 'reducedMotion' | 'timezoneId'>;

export interface OpenOptions extends Look {
  path?: string;
  /** How the line is from the start. */
  trouble?: Trouble;
}

/** What a browser writes to the console when a line is cut; only a test that cuts one may see it. */
const networkNoise = /^Failed to load resource: net::|^WebSocket connection to/;

/** One browser of one person, on a line of its own. */
export class Tab {
  readonly complaints: string[] = [];
  readonly #tolerated: RegExp[] = [];

  constructor(
    readonly page: Page,
    readonly line: Line,
  ) {
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} at ${message.location().url}`);
    });
  }

  /** Says which console errors belong to this test's story. */
  tolerate(pattern: RegExp): void {
    this.#tolerated.push(pattern);
  }

  /** Troubles the network between this browser and the server, or mends it. */
  async network(trouble: Trouble): Promise<void> {
    this.tolerate(networkNoise);
    this.line.set(trouble);
    await this.page.context().setOffline(trouble === 'down');
  }

  get unexpected(): string[] {
    return this.complaints.filter((text) => !this.#tolerated.some((pattern) => pattern.test(text)));
  }
}

/** A workspace of its own on a server of its own, and the people in it. */
export class Chat {
  readonly tabs: Tab[] = [];
  readonly server: TestServer;
  readonly #browser: Browser;
  #owner: Person | null = null;

  constructor(browser: Browser, server: TestServer) {
    this.#browser = browser;
    this.server = server;
  }

  /** Registers the owner, who comes first. */
  async owner(who: NewPerson = { name: 'ann', displayName: 'Ann Lee' }): Promise<Person> {
    this.#owner = await register(this.server.url, { workspaceName: 'Orchard', ...who });
    return this.#owner;
  }

  /** Registers somebody by an invite link of the owner. */
  async join(name: string, displayName = name): Promise<Person> {
    return register(this.server.url, { name, displayName, inviteCode: await this.invite() });
  }

  /** The code of a fresh invite of the owner. */
  async invite(): Promise<string> {
    const { code } = await (await this.#knownOwner()).api.invites.create.mutate();
    return code;
  }

  /** The room everyone is in. */
  async lobby(): Promise<string> {
    return (await (await this.#knownOwner()).api.workspace.get.query()).workspace.lobbyRoomId;
  }

  /** Opens a browser: signed in as somebody, or as a stranger for null. */
  async open(person: Person | null, options: OpenOptions = {}): Promise<Tab> {
    const { path = '/', trouble = 'none', ...look } = options;
    const line = await Line.to(() => this.server.port);
    const context = await this.#browser.newContext({ ...look, baseURL: line.url });
    if (person) {
      await context.addCookies([
        { name: 'parley_session', value: person.token, url: line.url, httpOnly: true, sameSite: 'Lax' },
      ]);
    }
    const tab = new Tab(await context.newPage(), line);
    this.tabs.push(tab);
    if (trouble !== 'none') await tab.network(trouble);
    await tab.page.goto(path);
    return tab;
  }

  /** A second tab of the same browser. */
  async another(tab: Tab, path = '/'): Promise<Tab> {
    const second = new Tab(await tab.page.context().newPage(), tab.line);
    this.tabs.push(second);
    await second.page.goto(path);
    return second;
  }

  /** Ends the server in the given way; every browser may then say that it cannot be reached. */
  async lose(how: 'stop' | 'kill'): Promise<void> {
    for (const tab of this.tabs) tab.tolerate(networkNoise);
    await this.server[how]();
  }

  async close(): Promise<void> {
    await Promise.all([...new Set(this.tabs.map((tab) => tab.page.context()))].map((context) => context.close()));
    for (const tab of this.tabs) tab.line.close();
    await this.server.dispose();
  }

  async #knownOwner(): Promise<Person> {
    return this.#owner ?? this.owner();
  }
}

interface Fixtures {
  /** Added to the server's environment; set it by `test.use`. */
  serverEnv: Record<string, string>;
  chat: Chat;
}

export const test = base.extend<Fixtures>({
  serverEnv: [{}, { option: true }],
  chat: async ({ browser, serverEnv }, give) => {
    const server = new TestServer(serverEnv);
    await server.start();
    const chat = new Chat(browser, server);
    await give(chat);
    const complaints = chat.tabs.flatMap((tab) => tab.unexpected);
    const { errors } = server;
    await chat.close();
    expect.soft(complaints, 'what the browsers wrote to the console as errors').toEqual([]);
    expect.soft(errors, 'what the server reported as errors').toEqual([]);
  },
});

/** Fails on any violation that axe finds on the screen and that does not go away by itself: what fades in has not its colours yet. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ html, target }) => `${target.join(' ')}: ${html}`),
    }));
    expect(told).toEqual([]);
  }).toPass({ timeout: 60_000, intervals: [300, 700] });
}

/** True in the project of the small, touched screen. */
export const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 600;
