import { beforeEach, expect, test } from 'vitest';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();
let id: string;

/** The signed-in user as first signer. */
const HERSELF = {
  ...DIRECTOR,
  channel: { kind: 'email', address: 'giulia.rinaldi@officine-aurora.example' },
} as const;

beforeEach(async () => {
  id = await makeDraft(desk.employee, { parties: [HERSELF, CLIENT] }, [
    signatureOf(DIRECTOR, 600),
    signatureOf(CLIENT, 60, 2),
  ]);
  await desk.sender.goTo(`/envelopes/${id}/review`);
  await desk.sender.heading('Controllo e invio').waitFor();
});

const opened = async () =>
  (await desk.employee.show(id)).parties.find(({ id }) => id === HERSELF.id)?.openedAt;

test.each([
  ['desktop', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 844 }],
])('the preview opens where its person signs: %s', async (_, size) => {
  const { page } = desk.sender;
  await page.setViewportSize(size);
  const inView = (field: string) =>
    expect
      .poll(() =>
        page.evaluate((name) => {
          const mark = document.getElementById(name)?.getBoundingClientRect();
          const frame = document.querySelector('.pdf-pages')!.getBoundingClientRect();
          return mark && mark.top >= frame.top && mark.bottom <= frame.bottom;
        }, `preview-${field}`),
      )
      .toBe(true);
  await desk.sender.documentDrawn();
  await inView('sp1');
  await page.getByRole('radio', { name: CLIENT.name }).check({ force: true });
  await inView('sp2');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('who signs first goes straight from sending to her own ceremony, with no link and no secret', async () => {
  const { page } = desk.sender;
  const answers: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/api/')) answers.push(await response.text().catch(() => ''));
  });
  await desk.sender.button('Invia e firma').click();
  await page.waitForURL(/\/sign#[0-9a-f]{8}$/);
  await page.getByRole('heading', { level: 1, name: 'Contratto' }).waitFor();
  await page.getByText(/^Ha inviato questo documento per .+: ora serve la sua firma$/).waitFor();
  expect(await page.getByText('le chiede di firmare').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Non è per me' }).count()).toBe(0);
  expect(await opened()).toBeTruthy();
  expect(answers.join('\n')).not.toMatch(/sign#[\w-]{43}/);
  await page.goBack();
  await page.getByText('Questa richiesta attende la Sua firma.').waitFor();
  await desk.sender.expectSound();
  await desk.sender.button('Firma ora').click();
  await page.waitForURL(/\/sign#[0-9a-f]{8}$/);
});

test('who signs later is told of the mail, and so is she whose sign-in does not vouch for her', async () => {
  const { page } = desk.sender;
  await page.route('**/ceremony', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'address_not_verified', title: 'no', status: 403 }),
    }),
  );
  await desk.sender.button('Invia e firma').click();
  await page.getByText(/arriva anche per e-mail a giulia\.rinaldi@/).waitFor();
  await desk.sender.expectSound();
  await page.unroute('**/ceremony');
  desk.sender.watched.forgive(/403/);
  expect(await opened()).toBeUndefined();
});
