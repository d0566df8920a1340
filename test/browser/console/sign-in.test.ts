import { afterEach, describe, expect, test } from 'vitest';
import { CLIENT, ConsolePage, makeDraft, useDesk } from './console-page.ts';

const desk = useDesk({ signedIn: false });
const tokens = () =>
  desk.sender.page.evaluate(() => JSON.parse(sessionStorage.getItem('sigillo.tokens') ?? '{}'));
const hold = (changed: object) =>
  desk.sender.page.evaluate(
    (text) => sessionStorage.setItem('sigillo.tokens', text),
    JSON.stringify(changed),
  );

describe('a sign-in that does not come about', () => {
  let visitor: ConsolePage;
  async function open() {
    visitor = await ConsolePage.open(desk.browser, desk.target.api);
    await visitor.goTo('/settings');
    await visitor.heading('Documenti da far firmare').waitFor();
  }
  afterEach(() => visitor.watched.close());

  test('because it was cancelled says so, leaves nothing in the address, and can be begun again', async () => {
    await open();
    await visitor.expectSound();
    await visitor.button('Accedi').click();
    await visitor.button('Cancel').click();
    await visitor.page.getByText('L’accesso è stato annullato').waitFor();
    expect(new URL(visitor.page.url()).search).toBe('');
    await visitor.expectSound();
    await visitor.button('Accedi').click();
    await visitor.button(/Giulia Rinaldi/).click();
    await visitor.heading('Impostazioni').waitFor();
    expect(visitor.watched.complaints).toEqual([]);
  });

  test('because the issuer gives no token says whom to ask', async () => {
    await open();
    await visitor.page.route(/\/(token|oauth2\/token)$/, (route) =>
      route.fulfill({
        status: 400,
        headers: { 'access-control-allow-origin': '*' },
        json: { error: 'unauthorized_client' },
      }),
    );
    await visitor.button('Accedi').click();
    await visitor.button(/Giulia Rinaldi/).click();
    await visitor.page.getByText('L’accesso non è riuscito').waitFor();
    await visitor.expectSound();
  });

  test('because the issuer does not answer says to try again in a moment', async () => {
    await open();
    await visitor.page.route(/openid-configuration/, (route) => route.abort());
    await visitor.button('Accedi').click();
    await visitor.page.getByText('Il servizio di accesso non risponde').waitFor();
    await visitor.page.unroute(/openid-configuration/);
    await visitor.button('Accedi').click();
    await visitor.button(/Giulia Rinaldi/).waitFor();
  });
});

describe('a sender', () => {
  test('signs in where they wanted to go, and nothing of it stays in the address or on the disk', async () => {
    const { sender } = desk;
    await sender.signIn('/settings');
    await sender.heading('Impostazioni').waitFor();
    expect(sender.page.url()).not.toMatch(/code=|state=/);
    expect(await sender.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await sender.page.getByText('Officine Aurora').first().waitFor();
    await sender.expectSound();
  });

  test('stays signed in when the token ends, with a fresh one', async () => {
    await hold({ ...(await tokens()), expiresAt: 0 });
    await desk.sender.page.reload();
    await desk.sender.heading('Impostazioni').waitFor();
    expect((await tokens()).expiresAt).toBeGreaterThan(Date.now());
  });

  /** An expired token that cannot be refreshed. */
  const endSignIn = async () => hold({ idToken: (await tokens()).idToken, expiresAt: 0 });

  test('whose sign-in ended while writing signs in again and is back there, with every word', async () => {
    const { sender, employee } = desk;
    const id = await makeDraft(employee);
    await sender.goTo(`/envelopes/${id}/people`);
    await sender.button('Aggiungi una persona').click();
    await sender.page.getByLabel('Nome e cognome').nth(2).fill('Anna Neri');
    await sender.page.getByLabel('Indirizzo e-mail').nth(2).fill('anna.neri@example.com');
    await endSignIn();
    await sender.button('Continua').click();
    await sender.page.getByText('ciò che ha scritto è ancora qui').waitFor();
    await sender.expectSound();
    await sender.button('Accedi').click();
    await sender.heading('Chi firma?').waitFor();
    expect(await sender.page.getByLabel('Nome e cognome').nth(2).inputValue()).toBe('Anna Neri');
    await sender.button('Continua').click();
    await sender.heading('Dove si firma?').waitFor();
    expect((await employee.show(id)).parties.map(({ name }) => name)).toContain('Anna Neri');
  });

  test('whose sign-in ended while placing fields finds them where they were put', async () => {
    const { sender, employee } = desk;
    await sender.goTo(`/envelopes/${await makeDraft(employee)}/fields`);
    await sender.documentDrawn();
    await sender.button('Firma').click();
    await sender.page.getByRole('radio', { name: CLIENT.name }).check({ force: true });
    await sender.button('Firma').click();
    await sender.button(`Firma, ${CLIENT.name}`).waitFor();
    await endSignIn();
    await sender.button('Continua').click();
    await sender.button('Accedi').click();
    await sender.heading('Dove si firma?').waitFor();
    await sender.button(`Firma, ${CLIENT.name}`).waitFor();
    await sender.button('Continua').click();
    await sender.heading('Controllo e invio').waitFor();
  });

  test('who signs out leaves nothing behind', async () => {
    const { sender } = desk;
    await sender.page.getByLabel('Messaggio (facoltativo)').fill('Non ancora salvato');
    await sender.button('Esci').click();
    await sender.page.waitForURL((url) => url.pathname !== '/console' || url.hash === '');
    await sender.goTo();
    await sender.heading('Documenti da far firmare').waitFor();
    expect(await sender.page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  });
});
