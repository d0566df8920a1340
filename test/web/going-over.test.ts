import { beforeEach, expect, test, vi } from 'vitest';
import {
  clearFault,
  closeHandOverReport,
  handOverRunBy,
  ownerOf,
  retryHandOver,
  startHandOver,
  stopHandOver,
} from '../../web/console/hand-over/hand-over-run.ts';
import type { EnvelopeSummary, SenderApi } from '../../web/console/sender-api.ts';

type Asked = Parameters<SenderApi['handOver']>;

const ME = { subject: 'me', email: 'me@intranet', name: 'Mia' };
const HEIR = { subject: 'heir', email: 'erede@rossi.test', name: 'Elio Erede' };
const [ANNA, THIRD] = [{ subject: 'anna' }, { subject: 'third' }];

let asked: Asked[];
let many = 0;

const row = (): EnvelopeSummary => ({
  id: `e${many++}`,
  title: '',
  status: 'completed',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-02T00:00:00Z',
  waitingFor: [],
  parties: [],
  ownedBy: ANNA,
});

beforeEach(() => {
  asked = [];
  vi.stubGlobal('window', {});
});

const api = {
  handOver: async (...of: Asked) => {
    asked.push(of);
    return { handedOver: 1 };
  },
};

async function handOver(rows: readonly EnvelopeSummary[], to: typeof HEIR | undefined) {
  startHandOver(api, rows, to, ME);
  await vi.waitFor(() => expect(window.onbeforeunload).toBeNull());
}

test('to oneself nobody is named: the sign-in says who it is', async () => {
  const rows = [row(), row()];
  await handOver(rows, undefined);
  expect(asked.map(([, body]) => Object.keys(body))).toEqual([['batch'], ['batch']]);
  expect(rows.map(ownerOf)).toEqual([ME, ME]);
});

test('it is the new owner’s also once the report is closed, until the list says more', async () => {
  const old = row();
  await handOver([old], HEIR);
  closeHandOverReport();
  expect(ownerOf(old)).toEqual(HEIR);
  expect(ownerOf({ ...old, updatedAt: '2026-01-03T00:00:00Z', ownedBy: THIRD })).toEqual(THIRD);
  expect(ownerOf({ ...old, ownedBy: THIRD })).toEqual(THIRD);
  expect(ownerOf(row())).toEqual(ANNA);
});

test('what was stopped stays, and goes with the next try in the same batch', async () => {
  const rows = Array.from({ length: 8 }, row);
  startHandOver(api, rows, HEIR, ME);
  stopHandOver();
  await vi.waitFor(() => expect(window.onbeforeunload).toBeNull());
  expect(rows.filter((one) => ownerOf(one) === HEIR)).toHaveLength(4);
  retryHandOver(api);
  await vi.waitFor(() => expect(asked).toHaveLength(8));
  expect(new Set(asked.map(([, { batch }]) => batch?.id)).size).toBe(1);
  await vi.waitFor(() => expect(rows.map(ownerOf)).toEqual(rows.map(() => HEIR)));
});

test('whoever signs in next in this tab sees nothing of it, and nothing more goes in their name', async () => {
  const rows = Array.from({ length: 8 }, row);
  startHandOver(api, rows, HEIR, ME);
  startHandOver(api, [row()], HEIR, { ...ME, subject: 'next' });
  await vi.waitFor(() => expect(window.onbeforeunload).toBeNull());
  expect(handOverRunBy('me')).toBeUndefined();
  expect(handOverRunBy('next')?.outcomes.size).toBe(1);
  expect(asked).toHaveLength(5);
});

test('what ended the sign-in does not end the next one', async () => {
  const fault = new Error('signed out');
  startHandOver({ handOver: () => Promise.reject(fault) }, [row()], HEIR, ME);
  await vi.waitFor(() => expect(handOverRunBy('me')?.fault).toBe(fault));
  clearFault();
  expect(handOverRunBy('me')?.fault).toBeUndefined();
  retryHandOver(api);
  await vi.waitFor(() => expect(handOverRunBy('me')?.outcomes.size).toBe(1));
});
