import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checker, CheckTimedOut } from '../../web/verify/checker.ts';

const SERVED_AT = '2026-11-24T10:15:30.000Z';
const MINUTE_MS = 60_000;
const REPORT = { verdict: 'unknown', reasons: [], sha256: '', closedSha256: '', signatures: [] };

/** Responds like the page's worker, or never. */
class FakeWorker {
  static readonly all: FakeWorker[] = [];
  static hangs = false;
  static asked: Date | undefined;
  onmessage?: (message: { data: unknown }) => void;
  onerror?: () => void;
  ended = false;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(question: { now: Date }): void {
    FakeWorker.asked = question.now;
    if (!FakeWorker.hangs)
      queueMicrotask(() => this.onmessage?.({ data: { report: REPORT, claimed: undefined } }));
  }

  terminate(): void {
    this.ended = true;
  }
}

beforeEach(() => {
  FakeWorker.all.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const check = (checker: Checker) => checker.check(new Blob(['%PDF']), {}, undefined);

describe('the check of a file', () => {
  it('that does not end is stopped, and the next file is checked by another worker', async () => {
    const checker = new Checker(SERVED_AT);
    FakeWorker.hangs = true;
    const stopped = expect(check(checker)).rejects.toThrow(CheckTimedOut);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    await stopped;
    expect(FakeWorker.all.map(({ ended }) => ended)).toEqual([true, false]);
    FakeWorker.hangs = false;
    expect((await check(checker)).report).toEqual(REPORT);
  });

  it('that ends in time is not stopped afterwards', async () => {
    const checker = new Checker(SERVED_AT);
    FakeWorker.hangs = false;
    await check(checker);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(FakeWorker.all.map(({ ended }) => ended)).toEqual([false]);
  });

  it('goes by the server’s clock where the device’s is behind', async () => {
    const served = Date.parse(SERVED_AT);
    for (const [device, asked] of [
      [served - 86_400_000, served],
      [served + 5_000, served + 5_000],
    ] as const) {
      vi.setSystemTime(device);
      await check(new Checker(SERVED_AT));
      expect(FakeWorker.asked?.getTime()).toBe(asked);
    }
  });
});
