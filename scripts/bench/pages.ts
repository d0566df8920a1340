import { availableParallelism, loadavg } from 'node:os';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { ExchangeAnswer } from '../../shared/contract/signer.ts';
import { launchBrowser } from '../../test/browser/launch-browser.ts';
import { PHONE } from '../../test/browser/watched-page.ts';
import { cast } from '../demo/cast.ts';
import { sendEnvelope } from '../demo/drafting.ts';
import { LINK } from '../demo/mailbox.ts';
import { contract } from '../demo/paper.ts';
import { setStage, signerOf } from '../demo/stage.ts';
import { SlowLink } from './slow-link.ts';

/** Of the main thread; Chromium cannot throttle workers. */
const CPU_SLOWDOWN = 4;
const RUNS = 5;

/** Upper limits that the page must meet. */
const MOST = { shellKb: 40, usefulPaintMs: 2_000, documentMs: 5_800 };

interface Visit {
  readonly shellKb: number;
  readonly usefulPaintMs: number;
  readonly documentMs: number;
}

/** Opens a signing link on a slow phone, each time with an empty cache; prints the medians. */
export async function benchPages(api: string): Promise<boolean> {
  const stage = await setStage(api, cast(2), (_, act) => act());
  await sendEnvelope(stage, contract());
  const { match } = await signerOf(stage, 'director').mailbox.next('a link', LINK);
  const slow = new SlowLink();
  const browser = await launchBrowser(await slow.before([api, await storeOf(api, match[1]!)]));
  try {
    const visits: Visit[] = [];
    for (let run = 0; run < RUNS; run++)
      visits.push(await visit(browser, `${api}/sign#${match[1]}`));
    return report(visits);
  } finally {
    await browser.close();
    slow.close();
  }
}

/** Origin from which documents are downloaded. */
async function storeOf(api: string, link: string): Promise<string> {
  const response = await fetch(`${api}/api/sign/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link }),
  });
  const { document } = (await response.json()) as ExchangeAnswer;
  return new URL(document!.url).origin;
}

async function visit(browser: Browser, link: string): Promise<Visit> {
  const context = await browser.newContext({ ...PHONE, locale: 'it' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const shell = countScripts(session);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const began = performance.now();
  await page.goto(link, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Firma', exact: true }).waitFor({ timeout: 60_000 });
  const usefulPaintMs = performance.now() - began;
  const shellKb = shell() / 1024;
  await drawn(page);
  const documentMs = performance.now() - began;
  await context.close();
  return { shellKb, usefulPaintMs, documentMs };
}

/** Preloaded by the page but not needed for its first paint. */
const VIEWER = /\/pdfjs-/;

/** Transferred bytes of the scripts needed for the first paint. */
function countScripts(session: CDPSession): () => number {
  const named = new Set<string>();
  let bytes = 0;
  session.on('Network.requestWillBeSent', ({ requestId, initiator, request }) => {
    const awaited = request.url.endsWith('.js') && !VIEWER.test(request.url);
    if (initiator.type === 'parser' && awaited) named.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (named.has(requestId)) bytes += encodedDataLength;
  });
  void session.send('Network.enable');
  return () => bytes;
}

/** Waits until the first page's canvas has dark pixels; a finished rendering alone could be blank. */
const drawn = (page: Page) =>
  page.waitForFunction(
    () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.pdf-page canvas[data-drawn]');
      if (!canvas) return false;
      const small = new OffscreenCanvas(100, 140).getContext('2d')!;
      small.drawImage(canvas, 0, 0, 100, 140);
      return small.getImageData(0, 0, 100, 140).data.some((value, at) => at % 4 < 3 && value < 200);
    },
    undefined,
    { timeout: 60_000 },
  );

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

function report(visits: readonly Visit[]): boolean {
  const shellKb = median(visits.map((visit) => visit.shellKb));
  const usefulPaintMs = median(visits.map((visit) => visit.usefulPaintMs));
  const documentMs = median(visits.map((visit) => visit.documentMs));
  console.log(`signing page on slow 4G, processor ${CPU_SLOWDOWN} times slower, median of ${RUNS}`);
  const load = loadavg()[0]!;
  if (load > availableParallelism())
    console.log(`  this machine is busy (load ${load.toFixed(0)}): its times say little`);
  console.log(`  scripts before the viewer  ${shellKb.toFixed(1)} KB (at most ${MOST.shellKb})`);
  console.log(
    `  first useful paint         ${usefulPaintMs.toFixed(0)} ms (at most ${MOST.usefulPaintMs})`,
  );
  console.log(
    `  first page of the document ${documentMs.toFixed(0)} ms (at most ${MOST.documentMs})`,
  );
  return (
    shellKb <= MOST.shellKb && usefulPaintMs <= MOST.usefulPaintMs && documentMs <= MOST.documentMs
  );
}
