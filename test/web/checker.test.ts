import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checker, TooSlow } from '../../web/verify/checker.ts';

const MINUTE_MS = 60_000;
const REPORT = { verdict: 'unknown', reasons: [], sha256: '', closedSha256: '', signatures: [] };

/** Answers as the worker of the page does, or never. */
class FakeWorker {
  static readonly all: FakeWorker[] = [];
  static hangs = false;
  onmessage?: (message: { data: unknown }) => void;
  onerror?: () => void;
  ended = false;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(): void {
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

const check = (checker: Checker) => checker.check(new Blob(['%PDF']), undefined, undefined);

describe('the check of a file', () => {
  it('that does not end is stopped, and the next file is checked by another worker', async () => {
    const checker = new Checker();
    FakeWorker.hangs = true;
    const stopped = expect(check(checker)).rejects.toThrow(TooSlow);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    await stopped;
    expect(FakeWorker.all.map(({ ended }) => ended)).toEqual([true, false]);
    FakeWorker.hangs = false;
    expect((await check(checker)).report).toEqual(REPORT);
  });

  it('that ends in time is not stopped afterwards', async () => {
    const checker = new Checker();
    FakeWorker.hangs = false;
    await check(checker);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(FakeWorker.all.map(({ ended }) => ended)).toEqual([false]);
  });
});
