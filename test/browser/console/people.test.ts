import { expect, test } from 'vitest';
import { CLIENT, DIRECTOR, makeDraft, useDesk } from './console-page.ts';

/** Sixty characters, including right-to-left letters that the certificate's font lacks. */
const LONG = 'Massimiliano Alessandro Ferdinando della Rovere-Montefeltrini';
const ARABIC = 'محمد الفاتح';

const desk = useDesk();
const names = () => desk.sender.page.getByLabel('Nome e cognome');
const mails = () => desk.sender.page.getByLabel('Indirizzo e-mail');
const next = () => desk.sender.button('Continua').click();
const fields = () => desk.sender.heading('Dove si firma?').waitFor();
const alert = () => desk.sender.page.getByRole('alert');
let id: string;

async function openDraft(parties = [DIRECTOR]) {
  id = await makeDraft(desk.employee, { parties });
  await desk.sender.goTo(`/envelopes/${id}/people`);
  await desk.sender.heading('Chi firma?').waitFor();
}
const partiesNow = async () => (await desk.employee.show(id)).parties;

test('what people lack is told at the top and beside the field, and goes when it is mended', async () => {
  const { sender } = desk;
  await openDraft();
  expect(await names().first().inputValue()).toBe('Giulia Rinaldi');
  await next();
  await alert().waitFor();
  const focused = () => sender.page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('C’è qualcosa da sistemare');
  await alert().getByRole('link', { name: 'Scriva nome e cognome' }).click();
  await sender.expectFocus(names().nth(1));
  await sender.expectSound();
  await names().nth(1).fill(CLIENT.name);
  await sender.page.getByText(`indirizzo e-mail valido per ${CLIENT.name}`).waitFor();
  for (const wrong of ['paola', 'paola@', 'paola@a b.it']) {
    await mails().nth(1).fill(wrong);
    await next();
    await alert().getByText(`indirizzo e-mail valido per ${CLIENT.name}`).waitFor();
  }
  await mails().nth(1).fill('paola.verdi@example.com');
  await next();
  await fields();
});

test('a name that is typed finds contacts of the company, and one press takes name, address and language', async () => {
  const { sender } = desk;
  const name = 'Zoë Quarantini';
  const channel = { kind: 'email', address: 'zoe@quarantini.example' } as const;
  await desk.employee.addContact({ name, channel, language: 'en' });
  await openDraft();
  await names().nth(1).fill('zoe qua');
  await sender.page.getByText('Dai contatti (1):').waitFor();
  await sender.expectSound();
  await sender.page.getByRole('button', { name: `${name} ${channel.address}` }).click();
  await sender.expectFocus(names().nth(1));
  expect(await sender.page.getByText('Dai contatti').count()).toBe(0);
  await next();
  await fields();
  expect((await partiesNow())[1]).toMatchObject({ name, channel, language: 'en' });
});

test('a name that no contact has is typed on, and nothing is offered', async () => {
  await openDraft();
  const answered = desk.sender.page.waitForResponse(/api\/contacts\?search=/);
  await names().nth(1).fill('Nessuno Così');
  expect((await (await answered).json()).items).toEqual([]);
  expect(await desk.sender.page.getByText('Dai contatti').count()).toBe(0);
});

test.each([
  ['347 123 4567', '+393471234567'],
  ['+39 347 1234567', '+393471234567'],
  ['0039 347 123 45 67', '+393471234567'],
])('a number is taken as people write it: %s', async (typed, number) => {
  const { sender } = desk;
  await openDraft([DIRECTOR, CLIENT]);
  await sender.page.getByRole('radio', { name: 'SMS' }).nth(1).check();
  await sender.page.getByLabel('Numero di cellulare').fill(typed);
  await next();
  await fields();
  expect((await partiesNow())[1]?.channel).toEqual({ kind: 'sms', number });
});

test.each([
  '12',
  '06 123456',
  '899 784086',
  '347 123 456 789 012',
  '+1 202 555 0143',
  '+44 7911 123456',
])(
  'a number that is none, or of a country that gets no text messages, is refused: %s',
  async (typed) => {
    const { sender } = desk;
    await openDraft([DIRECTOR, CLIENT]);
    await sender.page.getByRole('radio', { name: 'SMS' }).nth(1).check();
    await sender.page.getByLabel('Numero di cellulare').fill(typed);
    await next();
    await alert().waitFor();
    expect(await sender.heading('Chi firma?').isVisible()).toBe(true);
  },
);

test.each(['02 1234 56789', '899 784 0861', '+49 30 123456789'])(
  'a number that is no mobile is refused while it is typed: %s',
  async (typed) => {
    const { sender } = desk;
    await openDraft([DIRECTOR, CLIENT]);
    await sender.page.getByRole('radio', { name: 'SMS' }).nth(1).check();
    const number = sender.page.getByLabel('Numero di cellulare');
    const refused = sender.page.getByText('Scriva un numero di cellulare valido');
    await number.pressSequentially('347 123');
    expect(await refused.count()).toBe(0);
    await number.fill('');
    await number.pressSequentially(typed);
    await refused.waitFor();
    await number.fill('347 123 4567');
    await refused.waitFor({ state: 'detached' });
  },
);

test('who must stamp is still known after a reload, and is asked for with the fields', async () => {
  const { sender } = desk;
  await openDraft([DIRECTOR, CLIENT]);
  const stamps = sender.page.getByLabel('Chiedi anche il timbro dell’azienda');
  await stamps.nth(1).check();
  await next();
  await fields();
  await sender.page.reload();
  await sender.documentDrawn();
  await sender.button('Continua').click();
  await alert().getByText(`Manca il posto in cui ${CLIENT.name} mette il timbro`).waitFor();
  await sender.button('Indietro').click();
  await sender.heading('Chi firma?').waitFor();
  expect(await stamps.nth(1).isChecked()).toBe(true);
});

test('people sign in the order in which they stand, or together, the company first', async () => {
  const { sender } = desk;
  await openDraft([DIRECTOR, CLIENT]);
  await sender.button('Aggiungi una persona').click();
  await sender.expectFocus(names().nth(2));
  await names().nth(2).fill('Luca Neri');
  await mails().nth(2).fill('luca.neri@example.com');
  await sender.button('Aggiungi per l’azienda').click();
  await expect.poll(() => names().count()).toBe(4);
  await names().nth(1).fill('Anna Gallo');
  await mails().nth(1).fill('anna.gallo@example.com');
  await sender.button('Prima: sposta Luca Neri in alto').click();
  await sender.button('Prima: sposta Anna Gallo in alto').click();
  await sender.page.getByLabel('Firma insieme alla persona precedente').last().check();
  await sender.expectSound();
  await next();
  await fields();
  expect((await partiesNow()).map(({ name, turn }) => [name, turn])).toEqual([
    ['Anna Gallo', 0],
    ['Giulia Rinaldi', 1],
    ['Luca Neri', 2],
    ['Paola Verdi', 2],
  ]);
});

test('a name and an address that a browser fills in at once are both kept', async () => {
  const { sender } = desk;
  await openDraft();
  const inputs = [await names().nth(1).elementHandle(), await mails().nth(1).elementHandle()];
  await sender.page.evaluate(([name, mail]) => {
    for (const [input, value] of [
      [name, 'Luca Neri'],
      [mail, 'luca.neri@example.com'],
    ] as const) {
      (input as HTMLInputElement).value = value;
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, inputs);
  await next();
  await fields();
  expect((await partiesNow())[1]).toMatchObject({
    name: 'Luca Neri',
    channel: { kind: 'email', address: 'luca.neri@example.com' },
  });
});

test('a person who is removed goes, and the focus stays near', async () => {
  const { sender } = desk;
  await openDraft([DIRECTOR, CLIENT]);
  await sender.button(`Rimuovi ${CLIENT.name}`).click();
  await sender.expectFocus(sender.button('Aggiungi una persona'));
  await next();
  await fields();
  expect(await partiesNow()).toHaveLength(1);
});

test('ten people fit, also with very long names, and not one more', async () => {
  const { sender } = desk;
  await openDraft();
  for (let index = 1; index < 10; index++) {
    if (index > 1) await sender.button('Aggiungi una persona').click();
    await names().nth(index).fill(`${LONG} ${index}`);
    await mails().nth(index).fill(`persona.${index}@example.com`);
  }
  expect(await sender.button(/^Aggiungi/).count()).toBe(0);
  for (const width of [1280, 390, 320]) {
    await sender.page.setViewportSize({ width, height: 844 });
    await sender.expectSound();
  }
  await sender.page.setViewportSize({ width: 1280, height: 800 });
  await next();
  await fields();
  await sender.documentDrawn();
  await sender.expectSound();
  expect(await partiesNow()).toHaveLength(10);
});

test('a name that the certificate cannot print is refused with the letter that it lacks', async () => {
  const { sender } = desk;
  await openDraft([DIRECTOR, CLIENT]);
  await names().nth(1).fill(ARABIC);
  await next();
  await sender.page.getByRole('alert').getByText('م').waitFor();
  await sender.expectSound();
});

test('whoever adds a person can type the name at once, key by key', async () => {
  const { sender } = desk;
  await openDraft();
  for (let index = 2; index < 6; index++) {
    await sender.button('Aggiungi una persona').click();
    await sender.page.keyboard.type(`Luca Neri ${index}`);
    await sender.page.keyboard.press('Tab');
    expect(await names().nth(index).inputValue()).toBe(`Luca Neri ${index}`);
  }
});

test('what lacks is told once for each try, and never takes the focus from who types', async () => {
  const { sender } = desk;
  await openDraft();
  const focused = () => sender.page.evaluate(() => document.activeElement?.textContent);
  for (const name of ['Paola Verdi', 'Paola Verdi-Neri']) {
    await next();
    await expect.poll(focused).toBe('C’è qualcosa da sistemare');
    await names().nth(1).press('ControlOrMeta+a');
    await names().nth(1).pressSequentially(name);
    expect(await names().nth(1).inputValue()).toBe(name);
  }
});

test('an answer that comes late does not take the focus from who types', async () => {
  const { sender } = desk;
  await openDraft([DIRECTOR, CLIENT]);
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await sender.page.route(`**/api/envelopes/${id}`, async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback();
    await asked;
    return route.abort();
  });
  await next();
  await names().nth(1).press('End');
  await sender.page.keyboard.type(' Ne');
  answer();
  await alert().waitFor();
  await sender.page.keyboard.type('ri');
  expect(await names().nth(1).inputValue()).toBe('Paola Verdi Neri');
  await sender.page.unroute(`**/api/envelopes/${id}`);
  sender.watched.forgive(/ERR_FAILED/);
});
