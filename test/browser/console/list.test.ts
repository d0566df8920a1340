import { expect, test } from 'vitest';
import { CLIENT, ConsolePage, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();
const rows = () => desk.sender.page.locator('.envelopes > li');
/** Simulates a return to the tab, which reloads the list; otherwise it is polled every ten seconds. */
const lookAgain = () =>
  desk.sender.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const expectRows = (count: number) =>
  expect.poll(() => lookAgain().then(() => rows().count()), { interval: 300 }).toBe(count);
const row = (title: string) => rows().filter({ hasText: title });
const search = (text: string) => desk.sender.page.getByRole('searchbox').fill(text);
const tab = (name: string) =>
  desk.sender.page
    .getByRole('navigation', { name: 'Stato' })
    .getByRole('link', { name, exact: true });
const titles = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      desk.employee.create({
        title: `Ordine ${String(index + 1).padStart(2, '0')}`,
        language: 'it',
        parties: [DIRECTOR, CLIENT],
      }),
    ),
  );

test('an empty list says what will be here, and how to begin', async () => {
  await desk.sender.page.getByText('Qui compariranno i documenti che invia').waitFor();
  await desk.sender.expectSound();
  await tab('Completati').click();
  await desk.sender.page.getByText('Nessun documento in questo stato.').waitFor();
  await tab('Tutti').click();
  await desk.sender.page.getByRole('link', { name: 'Invii il primo documento' }).click();
  await desk.sender.heading('Quale documento va firmato?').waitFor();
});

test('what changes elsewhere appears by itself', async () => {
  await desk.sender.goTo('/');
  await desk.sender.page.getByText('Qui compariranno i documenti').waitFor();
  const signatures = [signatureOf(DIRECTOR, 300), signatureOf(CLIENT, 500)];
  const id = await makeDraft(desk.employee, { title: 'Contratto Verdi' }, signatures);
  await row('Contratto Verdi').getByText('Bozza').waitFor();
  await desk.employee.send(id);
  await expect.poll(async () => (await desk.employee.show(id)).status).toBe('signing');
  await expectRows(1);
  await row('Contratto Verdi').getByText('Si attende Giulia Rinaldi · 0 di 2').waitFor();
  await desk.sender.expectSound();
});

test('twenty-five are shown, the rest when asked for', async () => {
  await titles(30);
  await expectRows(25);
  await row('Ordine 30').waitFor();
  await desk.sender.button('Mostra altri').click();
  await expectRows(31);
  expect(await desk.sender.button('Mostra altri').count()).toBe(0);
  await desk.sender.expectSound();
});

test('a search is one request for all of them, also those not shown yet, whatever case and accents', async () => {
  await desk.sender.page.reload();
  await expectRows(25);
  const asked: string[] = [];
  function note(request: { url(): string }) {
    if (request.url().includes('search=')) asked.push(request.url());
  }
  desk.sender.page.on('request', note);
  await search('CÒNTR');
  await row('Contratto Verdi').waitFor();
  expect(asked).toHaveLength(1);
  desk.sender.page.off('request', note);
  for (const text of [CLIENT.channel, DIRECTOR.channel].flatMap((one) =>
    one.kind === 'email' ? one.address : [],
  )) {
    await search(`contratto ${text}`);
    await row('Contratto Verdi').waitFor();
  }
  await search('vérdi PAÓLA contratto');
  await expectRows(1);
  await row('Contratto Verdi').waitFor();
  await search('07 ordine');
  await expectRows(1);
  await desk.sender.page.getByText('1 documento', { exact: true }).waitFor({ state: 'attached' });
  await search('nessuno');
  await desk.sender.page.getByText('Nessun documento corrisponde').waitFor();
  await desk.sender.expectSound();
  await search('');
});

test('a search that is under way says so, finds nothing until the server says so, and gives way to the next', async () => {
  const { page, watched } = desk.sender;
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
  await page.route(/search=nessuno/, async (route) => {
    await isOver;
    await route.continue().catch(() => undefined);
  });
  const asked = page.waitForRequest(/search=nessuno/);
  await search('nessuno');
  await page.getByText('Ricerca in corso…').first().waitFor();
  await asked;
  expect(await page.getByText('Nessun documento corrisponde').count()).toBe(0);
  expect(await rows().count()).toBe(0);
  // The list's own polling may give way at the same moment.
  const given = page.waitForEvent('requestfailed', (request) => request.url().includes('nessuno'));
  await search('contratto');
  await row('Contratto Verdi').waitFor();
  await given;
  expect(await page.getByText('Ricerca in corso…').count()).toBe(0);
  end();
  await page.unroute(/search=nessuno/);
  watched.forgive(/ERR_ABORTED/);
  await search('');
});

test('each status has its tab, which the address remembers', async () => {
  await tab('In corso').click();
  await expectRows(1);
  await row('Contratto Verdi').getByText('In firma').waitFor();
  // The sender signs first.
  await tab('Da firmare').click();
  await expectRows(1);
  await row('Contratto Verdi').waitFor();
  await tab('Bozze').click();
  await expectRows(25);
  await tab('Interrotti').click();
  await desk.sender.page.getByText('Nessun documento in questo stato.').waitFor();
  await desk.sender.page.goBack();
  await expectRows(25);
  expect(await tab('Bozze').getAttribute('aria-current')).toBe('page');
  await desk.sender.page.reload();
  await expectRows(25);
  expect(await rows().first().textContent()).toContain('Bozza');
});

test('a colleague sees only their own, an administrator everyone’s', async () => {
  for (const [who, count] of [
    [/Marco Conti/, 0],
    [/Sara Galli/, 25],
  ] as const) {
    const other = await ConsolePage.open(desk.browser, desk.target.api);
    await other.signIn('/', who);
    await other.page
      .getByText(count ? 'Ordine 30' : 'Qui compariranno')
      .first()
      .waitFor();
    expect(await other.page.locator('.envelopes > li').count()).toBe(count);
    expect(other.watched.complaints).toEqual([]);
    await other.watched.close();
  }
});

test.each([
  [1280, '100%'],
  [1280, '200%'],
  [390, '100%'],
  [390, '200%'],
])('at %i pixels with text of %s nothing is cut or wider than the screen', async (width, size) => {
  const { page } = desk.sender;
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, size);
  const wider = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth)
      .map(({ tagName, className }) => `${tagName}.${className}`),
  );
  expect(wider).toEqual([]);
  const language = page.getByLabel('Lingua della pagina');
  const [given, wanted] = await language.evaluate((select) => {
    const before = select.getBoundingClientRect().width;
    const copy = select.cloneNode(true) as HTMLElement;
    copy.style.cssText = 'position: absolute; width: max-content';
    document.querySelector('.page-head')!.append(copy);
    const whole = copy.getBoundingClientRect().width;
    copy.remove();
    return [before, whole];
  });
  expect(given).toBeGreaterThanOrEqual(Math.floor(wanted!) - 1);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
});

test('a list that cannot be loaded says so, and comes back by itself', async () => {
  await desk.sender.page.route('**/api/envelopes?*', (route) => route.abort());
  await desk.sender.page.reload();
  await desk.sender.page.getByRole('alert').getByText('La rete non risponde').waitFor();
  await desk.sender.expectSound();
  await desk.sender.page.unroute('**/api/envelopes?*');
  desk.sender.watched.forgive(/ERR_FAILED/);
  await expectRows(25);
});

test('what failed for one list is not said over the next', async () => {
  const { page, watched } = desk.sender;
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
  await page.route(/\/api\/envelopes\?.*group=draft/, async (route) => {
    await isOver;
    await route.abort();
  });
  await desk.sender.goTo('/');
  const asked = page.waitForRequest(/group=draft/);
  await tab('Bozze').click();
  await asked;
  await tab('Completati').click();
  await page.getByText('Nessun documento in questo stato.').waitFor();
  const failed = page.waitForEvent('requestfailed');
  end();
  await failed;
  await tab('Completati').click();
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  expect(await page.getByText(/La rete non risponde/).count()).toBe(0);
  await page.unroute(/\/api\/envelopes\?.*group=draft/);
  watched.forgive(/ERR_FAILED/);
});
