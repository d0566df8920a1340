import type { Route } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type {
  EnvelopeAnswer,
  EnvelopeSummary,
} from '../../../shared/contract/sender/sender-answers.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import { afterRerender } from '../renders.ts';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const desk = useDesk();

/** The maximum number of fields: 250 small check boxes on each of two pages. */
const manyFields = (count: number): Field[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `t${index}`, party: index % 2 ? CLIENT.id : DIRECTOR.id, kind: 'checkbox' as const },
    ...{ label: `Casella ${index}`, required: false, page: index % 2 },
    ...{ x: 20 + (Math.floor(index / 2) % 16) * 34, y: 20 + Math.floor(index / 32) * 44 },
    ...{ width: 16, height: 16 },
  }));

describe('five hundred fields', () => {
  let fields: FieldsPage;
  let id: string;

  beforeAll(async () => {
    const signatures = [signatureOf(DIRECTOR, 740), signatureOf(CLIENT, 740, 1)];
    fields = new FieldsPage(desk.sender);
    id = await makeDraft(desk.employee, {}, [...signatures, ...manyFields(498)]);
    await fields.open(id);
    await fields.page.locator('.placed').nth(499).waitFor();
  });

  test('an arrow key draws only the field that it moves anew', async () => {
    const field = fields.page.locator('#field-t4');
    await field.focus();
    const before = await fields.placeOf(field);
    const { known, drawn } = await afterRerender(fields.page, '.placed', async () => {
      await fields.page.keyboard.press('ArrowRight');
      await expect.poll(async () => (await fields.placeOf(field)).x).toBeGreaterThan(before.x + 2);
    });
    expect({ known, drawn }).toEqual({ known: 500, drawn: 1 });
  });

  test('saving what was moved draws none of the others anew', async () => {
    const version = async () => (await desk.employee.show(id)).draft?.version;
    await fields.page.getByText(/^Salvato alle/).waitFor();
    const before = await version();
    const { drawn } = await afterRerender(fields.page, '.placed', async () => {
      await fields.page.keyboard.press('ArrowRight');
      await expect.poll(version).not.toBe(before);
      await fields.page.getByText(/^Salvato alle/).waitFor();
    });
    expect(drawn).toBe(1);
  });

  test('another that is chosen draws itself and the one that was', async () => {
    const { drawn } = await afterRerender(fields.page, '.placed', async () => {
      await fields.page.locator('#field-t7').focus();
      await fields.page.locator('.placed.selected #field-t7').waitFor();
    });
    expect(drawn).toBe(2);
  });
});

describe('fifteen hundred envelopes', () => {
  const COUNT = 1_500;
  const MINUTE = 60_000;
  const envelopes = Array.from({ length: COUNT }, (_, index): EnvelopeSummary => {
    const at = new Date(Date.UTC(2026, 0, 1) + (COUNT - index) * MINUTE).toISOString();
    return {
      ...{ id: String(index).padStart(26, '0'), title: `Ordine ${index}`, status: 'signing' },
      ...{ createdAt: at, updatedAt: at, waitingFor: [DIRECTOR.name] },
      parties: [DIRECTOR, CLIENT].map(({ id, name, role }) => ({ id, name, role })),
    };
  });
  const rows = () => desk.sender.page.locator('.envelopes > li');
  let asked = 0;
  function answer(route: Route) {
    asked += 1;
    const query = new URL(route.request().url()).searchParams;
    const from = Number(query.get('cursor') ?? 0);
    const to = from + Number(query.get('limit'));
    const words = (query.get('search') ?? '').toLowerCase().split(' ');
    const found = envelopes.filter(({ title }) =>
      words.every((word) => title.toLowerCase().includes(word)),
    );
    const items = found.slice(from, to);
    return route.fulfill({ json: { items, ...(to < found.length && { cursor: String(to) }) } });
  }
  const search = (text: string) => desk.sender.page.getByRole('searchbox').fill(text);
  beforeAll(async () => {
    await desk.sender.page.route('**/api/envelopes?*', answer);
    await desk.sender.goTo('/');
    await rows().nth(24).waitFor();
  });

  test('are searched by one request, which says that there is more', async () => {
    asked = 0;
    await search('ordine');
    await rows().nth(24).waitFor();
    expect(asked).toBe(1);
    expect(await rows().count()).toBe(25);
  });

  test('go on when asked for, with the focus on the first of those that come', async () => {
    await desk.sender.button('Mostra altri').press('Enter');
    await expect.poll(() => rows().count()).toBe(50);
    await desk.sender.expectFocus(rows().nth(25).getByRole('link'));
    await desk.sender.expectSound();
    await search('ordine 14');
    await expect.poll(() => rows().first().textContent()).toContain('Ordine 14');
    expect(await rows().count()).toBe(25);
  });

  test('that have not changed are not drawn anew when they are looked at again', async () => {
    const { page } = desk.sender;
    asked = 0;
    const { known, drawn } = await afterRerender(page, '.envelopes > li', async () => {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await expect.poll(() => asked).toBeGreaterThan(0);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    });
    expect({ known, drawn }).toEqual({ known: 25, drawn: 0 });
  });
});

describe('an envelope with a long history', () => {
  const HOUR = 3_600_000;
  let shown: EnvelopeAnswer;
  let asked = 0;
  const lines = () => desk.sender.page.locator('.timeline > li');

  beforeAll(async () => {
    const { page } = desk.sender;
    shown = longHistory(await desk.employee.show(await makeDraft(desk.employee)));
    await page.route(`**/api/envelopes/${shown.id}`, (route) => {
      asked += 1;
      return route.fulfill({ json: shown });
    });
    await page.clock.install();
    await desk.sender.goTo(`/envelopes/${shown.id}`);
    await desk.sender.heading(shown.title).waitFor();
  });

  test('shows what came last and what decided it; the rest when asked for, and folds again', async () => {
    await expect.poll(() => lines().count()).toBe(8);
    await desk.sender.expectSound();
    await desk.sender.button('Mostra tutto (192 passaggi)').click();
    await expect.poll(() => lines().count()).toBe(192);
    await desk.sender.button('Mostra solo i passaggi principali').click();
    await expect.poll(() => lines().count()).toBe(8);
  });

  test('is asked for no more once nothing can change', async () => {
    asked = 0;
    await desk.sender.page.clock.runFor(HOUR);
    expect(asked).toBe(0);
  });

  test('is looked at anew when one comes back to it, and while it is being signed', async () => {
    const { page } = desk.sender;
    shown = { ...shown, status: 'signing' };
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('.tag', { hasText: 'In firma' }).waitFor();
    asked = 0;
    await page.clock.runFor(4_000);
    await expect.poll(() => asked).toBe(1);
  });
});

/** A long timeline: completed and delivered after many wrong codes. */
function longHistory(draft: EnvelopeAnswer): EnvelopeAnswer {
  const types = ['created', 'sent', ...Array<string>(184).fill('consented'), 'signed', 'completed'];
  const told = [DIRECTOR.id, CLIENT.id, 'sender', CLIENT.id].map((to) => ({
    ...{ type: 'delivered', facts: { to, notice: 'delivery' } },
  }));
  const done = types.map((type) => ({
    type,
    facts: type === 'sent' ? { deadline: '2026-01-15T00:00:00.000Z' } : {},
  }));
  const timeline = [...done, ...told].map((entry, seq) => ({
    ...entry,
    ...{ seq, at: '2026-01-01T00:00:00.000Z', party: CLIENT.id },
  }));
  return { ...draft, status: 'completed', timeline };
}
