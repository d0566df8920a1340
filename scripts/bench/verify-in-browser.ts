import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../test/browser/launch-browser.ts';
import { TEXTS } from '../../web/verify/texts/texts-of.ts';
import { DOCUMENTS, type DocumentName } from './documents.ts';
import { sealedFile } from './sealed-file.ts';
import { openVerifier } from './verifier-door.ts';

const RUNS = 5;
const MEASURED: readonly DocumentName[] = [
  '10 KB, 1 page',
  '4.5 MB, 2,000 pages',
  '10 MB, 20 pages',
  '50 MB, 100 pages',
];
const PROMISED = { document: '10 MB, 20 pages', ms: 1_000 } as const;

/** Verifies sealed files on the verify page in Chromium; false if a limit is exceeded. */
export async function benchVerifyInBrowser(): Promise<boolean> {
  const browser = await launchBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-bench-'));
  console.log('\n| verify page in Chromium | ms |\n| --- | ---: |');
  try {
    const found = new Map<DocumentName, number>();
    for (const document of MEASURED) {
      found.set(document, await measure(browser, document, join(folder, 'signed.pdf')));
      console.log(`| ${document} | ${found.get(document)!.toPrecision(3)} |`);
    }
    return report(found.get(PROMISED.document)!);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(browser: Browser, document: DocumentName, path: string): Promise<number> {
  const { bytes, root } = await sealedFile(await DOCUMENTS[document]());
  writeFileSync(path, bytes);
  const verifier = await openVerifier(root);
  const page = await browser.newPage();
  try {
    await page.goto(verifier.url);
    await verified(page, path);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push(await verified(page, path));
    return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  } finally {
    await page.close();
    verifier.close();
  }
}

/** Milliseconds from choosing the file to the displayed verdict, measured in the page. */
async function verified(page: Page, path: string): Promise<number> {
  const input = page.locator('input[type=file]');
  await input.evaluate((element) => {
    const state = window as unknown as { taken: Promise<number> };
    state.taken = new Promise((resolve) => {
      element.addEventListener('input', () => {
        const began = performance.now();
        const shown = new MutationObserver(() => {
          if (!document.querySelector('.verdict')) return;
          shown.disconnect();
          resolve(performance.now() - began);
        });
        shown.observe(document.body, { subtree: true, childList: true });
      });
    });
  });
  await input.setInputFiles(path);
  const ms = await page.evaluate(() => (window as unknown as { taken: Promise<number> }).taken);
  const findings = await page.locator('.findings li').allTextContents();
  if (findings.join() !== TEXTS.en.finding.authentic) throw new Error(findings.join('\n'));
  await page.getByRole('button', { name: TEXTS.en.again }).click();
  await input.waitFor({ state: 'attached' });
  return ms;
}

function report(ms: number): boolean {
  const kept = ms <= PROMISED.ms;
  const what = `verify page in Chromium, ${PROMISED.document}`;
  console.log(`${kept ? 'kept' : 'MISSED'}  ${what}: ${ms.toFixed(0)} ms, at most ${PROMISED.ms}`);
  return kept;
}
