import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/demo/eventually.ts';
import { Mailbox } from '../../../scripts/demo/mailbox.ts';
import { stageOn } from '../../flow/theatre.ts';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();

/** Addresses of SES's mailbox simulator and what it does with a mail. */
const FAILURES = {
  bounce: 'Messaggio non recapitato',
  complaint: 'Messaggio segnalato come spam',
  ooto: 'Messaggio in ritardo',
  delay: 'Messaggio in ritardo',
} as const;
type Name = keyof typeof FAILURES;
const NAMES = Object.keys(FAILURES) as Name[];

const WIDTHS = [1280, 390];
const addressOf = (name: Name) => `${name}@simulator.amazonses.com`;
const ids = {} as Record<Name, string>;

const row = (name: Name) =>
  desk.sender.page.locator('.envelopes > li').filter({ hasText: `Contratto ${name}` });
const partyNamed = (name: string) =>
  desk.sender.page.locator('.parties > li').filter({ hasText: name });
const failureOf = async (name: Name) =>
  (await desk.employee.show(ids[name])).parties.find(({ id }) => id === DIRECTOR.id)?.undelivered
    ?.kind;

async function send(name: Name): Promise<void> {
  const channel = { kind: 'email', address: addressOf(name) } as const;
  const parties = [{ ...DIRECTOR, channel }, CLIENT];
  const signatures = [signatureOf(DIRECTOR, 300), signatureOf(CLIENT, 500)];
  ids[name] = await makeDraft(desk.employee, { title: `Contratto ${name}`, parties }, signatures);
  await desk.employee.send(ids[name]);
}

/** Expects no axe violations and no overflow, on a desktop and on a phone. */
async function soundOnAll(): Promise<void> {
  for (const width of WIDTHS) {
    await desk.sender.page.setViewportSize({ width, height: 844 });
    await desk.sender.expectSound();
  }
  await desk.sender.page.setViewportSize({ width: 1280, height: 800 });
}

beforeAll(async () => {
  for (const name of NAMES) await send(name);
  for (const name of NAMES)
    await eventually(
      `what became of the mail to ${name}`,
      async () => (await failureOf(name)) !== undefined,
    );
});

describe('a message that did not arrive as it should', () => {
  test('is marked in the list by what became of it, with the name', async () => {
    await desk.sender.goTo('/');
    for (const name of NAMES) {
      const mark = row(name).locator('.tag', { hasText: `${FAILURES[name]}: Giulia Rinaldi` });
      await mark.waitFor();
    }
    await soundOnAll();
  });

  test.each(NAMES)('is marked in the request, with what can be done: %s', async (name) => {
    await desk.sender.goTo(`/envelopes/${ids[name]}`);
    await partyNamed('Giulia Rinaldi').locator('.tag', { hasText: FAILURES[name] }).waitFor();
    const masked = `Giulia Rinaldi (${name[0]}•••@simulator.amazonses.com)`;
    await desk.sender.page.locator('.timeline').getByText(masked).waitFor();
    await soundOnAll();
  });

  test('is mailed to the sender, unless it is only late; the button leads to the request', async () => {
    const { desk: local } = await stageOn(desk.target);
    const { owner } = await desk.employee.show(ids.bounce);
    const mailbox = new Mailbox(local, { kind: 'email', address: owner.email });
    const failed = await mailbox.next('the mail of the bounce', /Non recapitato, Giulia Rinaldi/);
    expect(failed.message.text).toContain(addressOf('bounce'));
    await mailbox.next('the mail of the complaint', /Segnalato come spam, Giulia Rinaldi/);
    const subjects = await Promise.all(
      (await local.mailsTo(owner.email)).map(async (id) => (await local.mail(id)).subject),
    );
    expect(subjects.filter((subject) => /ooto|delay/.test(subject))).toEqual([]);
    const link = /https?:\S+\/console#\S+/.exec(failed.message.text)![0];
    await desk.sender.page.goto(link);
    await desk.sender.heading('Contratto bounce').waitFor();
  });

  test('is no longer marked once the contact was corrected', async () => {
    await desk.sender.goTo(`/envelopes/${ids.bounce}`);
    await desk.sender.button('Correggi il recapito di Giulia Rinaldi').click();
    await desk.sender.page.getByLabel('Indirizzo e-mail').fill('giulia@example.com');
    await desk.sender.dialog.getByRole('button', { name: 'Correggi' }).click();
    await partyNamed('Giulia Rinaldi').getByText('Invito inviato').waitFor();
    await desk.sender.goTo('/');
    await row('bounce').getByText('Si attende').waitFor();
    await expect.poll(() => row('bounce').locator('.tag.bad').count()).toBe(0);
  });
});

test('the document of a request that was withdrawn is there to be read', async () => {
  await desk.employee.stop(ids.ooto, 'Prezzo sbagliato');
  await desk.sender.goTo(`/envelopes/${ids.ooto}`);
  const { page } = desk.sender;
  await page.getByText('Motivo: Prezzo sbagliato').waitFor();
  const asked = page.context().waitForEvent('request', (one) => /r0-.*\.pdf/.test(one.url()));
  const opened = page.waitForEvent('popup');
  await desk.sender.button('Vedi il documento').click();
  const response = await fetch((await asked).url());
  expect((await response.text()).slice(0, 5)).toBe('%PDF-');
  await (await opened).close();
});
