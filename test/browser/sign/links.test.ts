import { beforeAll, describe, expect, it } from 'vitest';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { sendContract } from '../../flow/theatre.ts';
import { DESKTOP, PHONE, WatchedPage } from '../watched-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

let stage: Stage;
let token: string;
beforeAll(async () => {
  stage = await newStage();
  await sendContract(stage);
  const director = signerOf(stage, 'director');
  await director.readLink();
  token = director.link;
});

/** One link per way of reaching server or page; parsing is tested in test/web/arrived-link.test.ts. */
describe('a link that was damaged on its way', () => {
  it.each([
    ['/sign%23', ''],
    ['/sign%2523', ''],
    ['/SIGN#', ''],
    ['/Sign/#', ''],
    ['/sign/#', ''],
    ['/sign?utm_source=mail&fbclid=abc#', ''],
    ['/sign#', '.'],
    ['/sign#', '%3E'],
    ['/sign#', '?utm_source=mail'],
    ['/sign#', ':~:text=firma'],
  ])('%sTOKEN%s opens the ceremony, and stays in no address', async (before, after) => {
    const { page, texts, watched, ...signing } = await newPage(stage, 'director', PHONE);
    await page.goto(`${stage.api}${before}${token}${after}`);
    await page.getByRole('button', { name: texts.sign, exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign');
    expect(new URL(page.url()).hash).toMatch(/^#[0-9a-f]{8}$/);
    const entries = () => page.evaluate(() => navigation.entries().map(({ url }) => url));
    expect((await entries()).join()).not.toContain(token);
    expect(watched.complaints).toEqual([]);
    expect(signing.signer.link).toBe(token);
  });

  it.each([
    ['/sign', 'lost'],
    ['/sign/', 'lost'],
    ['/sign?utm_source=mail', 'lost'],
    ['/sign#CUT', 'cut'],
    ['/sign%23CUT', 'cut'],
  ] as const)('%s says what became of it', async (address, kind) => {
    const signing = await newPage(stage, 'director', DESKTOP);
    const { page, texts } = signing;
    await page.goto(`${stage.api}${address.replace('CUT', token.slice(0, -2))}`);
    await signing.heading(texts.ended[kind].title).waitFor();
    expect(page.url()).not.toContain(token.slice(0, 20));
    await expectSound(signing);
  });
});

describe('an address that leads nowhere', () => {
  it.each(['/%00', '/nothing', '/console/x', '/signature', '/sign/x/y', '/%E0%A4', '/favicon.ico'])(
    '%s has a page of our own, and the status of what is absent',
    async (path) => {
      const response = await fetch(`${stage.api}${path}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toContain('lang="it"');
    },
  );

  it.each(['/assets/none.js', '/assets/%00', '/assets/', '/assets/pdfjs-1/x'])(
    '%s, where only files are, has it for whoever opens it in a browser',
    async (path) => {
      const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
      const response = await fetch(`${stage.api}${path}`, { headers });
      expect(response.status).toBe(404);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toContain('lang="it"');
    },
  );

  it('leaves alone the files that a page loads', async () => {
    const page = await (await fetch(`${stage.api}/sign`)).text();
    const [script = ''] = /\/assets\/[\w.-]+\.js/.exec(page) ?? [];
    const response = await fetch(`${stage.api}${script}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${stage.api}/assets/none.js`)).status).toBe(403);
  });

  it.each([
    ['it', 'Qui non c’è nulla'],
    ['en', 'There is nothing here'],
    ['de', 'Hier ist nichts'],
    ['fr', 'Il n’y a rien ici'],
    ['es', 'Aquí no hay nada'],
  ])('says so in "%s"', async (language, title) => {
    const { page } = await newPage(stage, 'director', PHONE);
    const watched = await WatchedPage.open(page.context().browser()!, PHONE, language);
    await watched.page.goto(`${stage.api}/nothing`);
    await watched.page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await watched.page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await watched.inaccessible()).toEqual([]);
    await watched.close();
  });
});
