import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConsolePage, useDesk } from './console-page.ts';

const desk = useDesk({ signedIn: false });
let first: ConsolePage;

/** A separate browser, signed in in one tab. */
beforeEach(async () => {
  first = await ConsolePage.open(desk.browser, desk.target.api);
  await first.signIn('/settings');
});
afterEach(async () => {
  expect(first.watched.complaints).toEqual([]);
  await first.page.context().close();
});

async function another(place = '/settings') {
  const tab = ConsolePage.in(await first.watched.anotherTab(), desk.target.api);
  await tab.goTo(place);
  return tab;
}
const tokensOf = (tab: ConsolePage) =>
  tab.page.evaluate(() => JSON.parse(sessionStorage.getItem('sigillo.tokens') ?? '{}'));
const issuerUnreachable = () =>
  first.page.context().route(/oauth2|openid-configuration/, (route) => route.abort());
async function signOut(tab: ConsolePage) {
  await tab.button('Esci').click();
  await tab.page.waitForURL(/logout/);
}
const signInPage = (tab: ConsolePage) => tab.heading('Documenti da far firmare').waitFor();

test('a further tab goes on with the sign-in of the one that is open, without the issuer', async () => {
  await issuerUnreachable();
  const second = await another();
  await second.heading('Impostazioni').waitFor();
  expect((await tokensOf(second)).idToken).toBe((await tokensOf(first)).idToken);
  expect(await second.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('where none is open any more, the issuer is asked without a page, and one is where one wanted to be', async () => {
  const context = first.page.context();
  const before = first;
  first = await another('/new');
  await first.page.evaluate(() => sessionStorage.clear());
  await before.page.close();
  await first.page.reload();
  await first.heading('Quale documento va firmato?').waitFor();
  expect(context.pages()).toHaveLength(1);
  expect(first.page.url()).not.toMatch(/code=|state=/);
});

test('where the issuer knows nobody any more, the sign-in page is shown, without a complaint', async () => {
  await first.page.context().clearCookies({ name: /^_session/ });
  await first.page.evaluate(() => sessionStorage.clear());
  await first.page.reload();
  await signInPage(first);
  expect(await first.page.getByRole('alert').count()).toBe(0);
  await first.expectSound();
});

test('who signs out in one tab is signed out in all, and in none that is opened later', async () => {
  const second = await another();
  await second.heading('Impostazioni').waitFor();
  await signOut(second);
  await signInPage(first);
  await signInPage(await another());
  expect(await tokensOf(first)).toEqual({});
});

test('a tab that shows the sign-in page goes on once one has signed in in another', async () => {
  const second = await another();
  await signOut(second);
  await signInPage(first);
  await second.goTo();
  await second.button('Accedi').click();
  await first.heading('Impostazioni').waitFor();
});

test('a token that ends is renewed once for all tabs', async () => {
  const second = await another();
  await second.heading('Impostazioni').waitFor();
  const held = await tokensOf(second);
  await second.page.evaluate(
    (text) => sessionStorage.setItem('sigillo.tokens', text),
    JSON.stringify({ ...held, expiresAt: 0 }),
  );
  await issuerUnreachable();
  await second.page.getByRole('link', { name: 'Documenti' }).click();
  await second.page.getByText('Qui compariranno').waitFor();
  expect((await tokensOf(second)).expiresAt).toBeGreaterThan(Date.now());
});
