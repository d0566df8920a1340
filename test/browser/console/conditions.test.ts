import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendContract, stageOn } from '../../flow/theatre.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import { CLIENT, ConsolePage, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

/** WCAG 2.2, 1.4.10: 1280 by 1024 pixels at 400 %. */
const ZOOMED = { viewport: { width: 320, height: 256 } };

const CONDITIONS: Readonly<Record<string, BrowserContextOptions>> = {
  'a phone': PHONE,
  '400 % zoom': ZOOMED,
  'dark colours': { ...DESKTOP, colorScheme: 'dark' },
  'dark colours on a phone': { ...PHONE, colorScheme: 'dark' },
  'forced colours': { ...DESKTOP, forcedColors: 'active' },
};

/** The longest names allowed, with a word wider than a phone. */
const TITLE = `Contratto di fornitura ${'Donaudampfschifffahrtselektrizität'.repeat(3)} 2026`;
const NAME = 'Massimiliano Alessandro Ferdinando della Rovere-Montefeltrini';
const PARTNER = { ...CLIENT, name: NAME };

const desk = useDesk({ signedIn: false });
let draft: string;
let sent: string;

beforeAll(async () => {
  const fields = [signatureOf(DIRECTOR, 300), signatureOf(CLIENT, 500)];
  draft = await makeDraft(desk.employee, { title: TITLE, parties: [DIRECTOR, PARTNER] }, fields);
  sent = await sendContract(await stageOn(desk.target));
});

describe.each(Object.entries(CONDITIONS))('with %s', (_, device) => {
  let visitor: ConsolePage;
  beforeAll(async () => {
    visitor = await ConsolePage.open(desk.browser, desk.target.api, device);
    await visitor.goTo();
    await visitor.heading('Documenti da far firmare').waitFor();
    await visitor.expectSound();
    await visitor.signIn();
    return () => visitor.watched.close();
  });

  test('every page can be read and used, and none is wider than the screen', async () => {
    await visitor.page.getByRole('link', { name: /Contratto di fornitura/ }).waitFor();
    await visitor.expectSound();
    await visitor.goTo('/new');
    await visitor.heading('Quale documento va firmato?').waitFor();
    await visitor.drop('lettera.docx', 'PK');
    await visitor.page.getByRole('alert').waitFor();
    await visitor.expectSound();
    await visitor.goTo('/settings');
    await visitor.heading('Impostazioni').waitFor();
    await visitor.expectSound();
  });

  test('every step of a draft', async () => {
    await visitor.goTo(`/envelopes/${draft}/document`);
    await visitor.heading('Il documento').waitFor();
    await visitor.expectSound();
    await visitor.goTo(`/envelopes/${draft}/people`);
    await visitor.heading('Chi firma?').waitFor();
    await visitor.page.getByLabel('Nome e cognome').nth(1).fill('');
    await visitor.button('Continua').click();
    await visitor.page.getByRole('alert').waitFor();
    await visitor.expectSound();
    await visitor.goTo(`/envelopes/${draft}/fields`);
    await visitor.documentDrawn();
    await visitor.button(`Firma, ${NAME}`).focus();
    await visitor.expectSound();
    await visitor.goTo(`/envelopes/${draft}/review`);
    await visitor.heading('Controllo e invio').waitFor();
    await visitor.documentDrawn();
    await visitor.expectSound();
  });

  test('an envelope that was sent, and what one is asked about it', async () => {
    await visitor.goTo(`/envelopes/${sent}`);
    await visitor.page.getByText('Si attende la firma di Laura Bianchi.').waitFor();
    await visitor.expectSound();
    for (const name of [/Correggi il recapito di Laura/, 'Annulla la richiesta']) {
      await visitor.button(name).click();
      await visitor.dialog.waitFor();
      await visitor.expectSound();
      await visitor.page.keyboard.press('Escape');
    }
    expect(visitor.watched.complaints).toEqual([]);
  });
});
