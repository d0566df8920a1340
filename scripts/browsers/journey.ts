import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cast } from '../demo/cast.ts';
import { sendEnvelope } from '../demo/drafting.ts';
import { CODE } from '../demo/mailbox.ts';
import { companyStamp } from '../demo/marks.ts';
import { paperFor } from '../demo/paper.ts';
import type { Signer } from '../demo/signer.ts';
import { setStage, signerOf } from '../demo/stage.ts';
import { RealPage } from './real-page.ts';
import { signingTexts } from './signing-texts.ts';
import type { Engine, Window } from './wire.ts';

const texts = signingTexts('it');

/**
 * The director signs in an ordinary window, the client in a private one, until the sealed document is displayed.
 */
export async function walk(engine: Engine, api: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const stage = await setStage(api, cast(2), (_, act) => act());
  await sendEnvelope(stage, paperFor(undefined, 2));
  const inWindow = (window: Window, id: string, act: Act) =>
    opened(engine, window, folder, (page) => act(page, signerOf(stage, id)));
  await inWindow('ordinary', 'director', async (page, director) => {
    await toCode(page, director, api);
    await page.heading(texts.mark.title);
    await signNow(page);
    await page.heading(texts.done.waitingTitle);
  });
  await inWindow('private', 'client', async (page, client) => {
    await toCode(page, client, api);
    await page.heading(texts.copy.title);
    await page.press(texts.copy.none);
    await page.heading(texts.fill.title);
    await fill(page, engine.dateKeys('2026-11-24'));
    await addStamp(page, folder);
    await signNow(page);
    await page.heading(texts.done.title);
    await page.press(texts.done.see);
    console.log(`  the sealed document: ${await page.inked()} inked pixels`);
  });
}

type Act = (page: RealPage, signer: Signer) => Promise<void>;

/** Saves a screenshot at the end, also after a failure. */
async function opened(
  engine: Engine,
  window: Window,
  folder: string,
  act: (page: RealPage) => Promise<void>,
) {
  const wire = await engine.open(window);
  const page = new RealPage(wire);
  try {
    await act(page);
  } finally {
    await page.picture(join(folder, `${window}.png`)).catch(() => {});
    await wire.close();
  }
}

async function toCode(page: RealPage, signer: Signer, api: string): Promise<void> {
  await signer.readLink();
  await page.go(`${api}/sign#${signer.link}`);
  console.log(`  ${signer.party.name} reads: ${await page.inked()} inked pixels`);
  await page.press(texts.sign);
  await page.press(texts.terms.agree);
  await page.heading(texts.code.title);
  const { match } = await signer.mailbox.next(`a code for ${signer.party.name}`, CODE);
  await page.type('code', match[0]);
  await page.press(texts.code.confirm);
}

async function fill(page: RealPage, day: string): Promise<void> {
  await page.type('list-taxcode', 'DNGMTT80A01F205X');
  await page.type('list-signdate', day);
  await page.pressId('list-privacy');
  await page.press(texts.next);
  await page.heading(texts.stamp.title);
}

async function addStamp(page: RealPage, folder: string): Promise<void> {
  const file = join(folder, 'stamp.png');
  writeFileSync(file, companyStamp());
  await page.type('stamp-file', file);
  await page.until('the signature', async () => {
    if (await page.hasText(texts.mark.title)) return true;
    await page.pressIfThere(texts.next).catch(() => false);
    return false;
  });
}

/** Values for the fields on the contract's third page, by label. */
const MARKS = ['Firma del Committente', 'Timbro del Prestatore', 'Firma del Prestatore'];

/** Signature and stamp are drawn asynchronously; the page ignores clicks until then. */
async function signNow(page: RealPage): Promise<void> {
  await page.until('the review', async () => {
    if (await page.hasText(texts.review.title)) return true;
    await page.pressIfThere(texts.next).catch(() => false);
    return false;
  });
  await page.heading(texts.review.title);
  await page.until('every mark in view', async () => {
    if (await page.pressIfThere(texts.review.signNow)) return true;
    for (const label of MARKS) await page.pressIfThere(texts.review.see(label, 3)).catch(() => {});
    return false;
  });
}
