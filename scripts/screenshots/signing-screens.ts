import { heic } from '../../test/browser/pictures.ts';
import { SigningPage } from '../../test/browser/sign/signing-page.ts';
import { LANGUAGES } from '../../web/ui/language.ts';
import { signingTexts } from '../browsers/signing-texts.ts';
import { cast } from '../demo/cast.ts';
import { sendEnvelope } from '../demo/drafting.ts';
import { companyStamp, drawnSignature } from '../demo/marks.ts';
import { contract } from '../demo/paper.ts';
import { type Stage, type Step, setStage, signerOf } from '../demo/stage.ts';
import type { Album } from './album.ts';

const silent: Step = (_, act) => act();

type Language = (typeof LANGUAGES)[number];

export async function stageIn(api: string, language: Language): Promise<Stage> {
  const parties = cast(2).map((party) => ({ ...party, language }));
  return setStage(api, parties, silent);
}

export async function opened(album: Album, stage: Stage, id: string, dark = false) {
  const signer = signerOf(stage, id);
  const { language } = signer.party;
  const watched = await album.page(language, { colorScheme: dark ? 'dark' : 'light' });
  const signing = new SigningPage(watched, signingTexts(language), signer);
  await signing.openLink(stage.api);
  await signing.documentDrawn();
  return signing;
}

/** Every state of the signing page, from the link to the finished document and all other endings. */
export async function signingScreens(api: string, album: Album): Promise<void> {
  const stage = await stageIn(api, 'it');
  await sendEnvelope(stage, contract());
  await directorScreens(stage, album);
  await clientScreens(stage, album);
  await declinedScreens(api, album);
  await stoppedScreens(api, album);
  for (const language of LANGUAGES) await languageScreen(api, album, language);
}

async function directorScreens(stage: Stage, album: Album): Promise<void> {
  const director = await opened(album, stage, 'director');
  const { page, texts } = director;
  await album.take(page, 'read');
  await album.take(page, 'read-whole', true);
  await director.press(texts.sign);
  await director.heading(texts.terms.title).waitFor();
  await album.take(page, 'terms', true);
  await director.press(texts.terms.agree);
  const code = await director.newCode();
  await album.take(page, 'code');
  await director.confirm(code === '000000' ? '111111' : '000000');
  await page.locator('#code-error').waitFor();
  await album.take(page, 'code-wrong');
  await director.confirm(code);
  await director.heading(texts.mark.title).waitFor();
  await album.take(page, 'signature-typed', true);
  await director.choose('image');
  await director.addFile('signature', heic());
  await album.take(page, 'signature-image-refused');
  await director.addPicture('signature', drawnSignature());
  await page.getByText(texts.mark.crop).click();
  await album.take(page, 'signature-image', true);
  await director.marksKept('signature');
  await page.reload();
  await director.heading(texts.mark.title).waitFor();
  await page.getByRole('img', { name: texts.mark.preview }).waitFor();
  await album.take(page, 'signature-image-kept');
  await director.press(texts.next);
  await director.seeAllMarks();
  await album.take(page, 'review-director', true);
  await director.press(texts.review.signNow);
  await director.heading(texts.done.waitingTitle).waitFor();
  await album.take(page, 'signed-by-me');
  await page.getByText(texts.done.withMine).waitFor();
  await director.press(texts.done.reread);
  await director.documentDrawn();
  await album.take(page, 'signed-reread', true);
  await director.watched.close();
}

async function clientScreens(stage: Stage, album: Album): Promise<void> {
  const client = await opened(album, stage, 'client');
  const { page, texts } = client;
  await client.confirm(await client.toCode());
  await client.heading(texts.copy.title).waitFor();
  await album.take(page, 'copy');
  await client.press(texts.copy.none);
  await client.heading(texts.fill.title).waitFor();
  await client.documentDrawn();
  await album.take(page, 'fill', true);
  await client.press(texts.next);
  await album.take(page, 'fill-errors');
  await page.locator('#field-taxcode').scrollIntoViewIfNeeded();
  await page.locator('#field-taxcode').click();
  await album.take(page, 'fill-on-the-page');
  await page.getByRole('dialog').locator('#page-taxcode').fill('DNGMTT80A01F205X');
  await page.keyboard.press('Escape');
  await page.locator('#list-signdate').fill('2026-11-24');
  await page.locator('#list-privacy').check();
  await album.take(page, 'filled');
  await client.press(texts.next);
  await client.heading(texts.stamp.title).waitFor();
  await album.take(page, 'stamp-empty');
  await client.addPicture('stamp', companyStamp());
  await album.take(page, 'stamp', true);
  await client.press(texts.next);
  await client.choose('drawn');
  await album.take(page, 'signature-drawn-empty');
  await client.press(texts.next);
  await album.take(page, 'signature-missing');
  await client.drawByMouse();
  await client.marksKept('signature', 'stamp');
  await page.reload();
  await client.heading(texts.mark.title).waitFor();
  await page.getByRole('img', { name: texts.mark.preview }).first().waitFor();
  await album.take(page, 'signature-drawn-kept', true);
  await client.press(texts.next);
  await album.take(page, 'review-first');
  await client.seeAllMarks();
  await album.take(page, 'review', true);
  await album.take(page, 'review-seen');
  await page.context().setOffline(true);
  await client.press(texts.review.signNow);
  await page.getByText(texts.offline).waitFor();
  await album.take(page, 'review-offline');
  await page.context().setOffline(false);
  await client.press(texts.review.signNow);
  await client.heading(texts.done.title).waitFor({ timeout: 60_000 });
  await album.take(page, 'done');
  await client.press(texts.done.see);
  await client.documentDrawn();
  await album.take(page, 'done-document', true);
  await client.watched.close();
}

async function declinedScreens(api: string, album: Album): Promise<void> {
  const stage = await stageIn(api, 'it');
  await sendEnvelope(stage, contract());
  const director = await opened(album, stage, 'director');
  const { page, texts } = director;
  await director.press(texts.decline);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: texts.next }).click();
  await album.take(page, 'decline');
  await dialog.getByLabel(texts.declineDialog.reason).fill('Il prezzo non è quello concordato.');
  await dialog.getByRole('button', { name: texts.next }).click();
  await director.heading(texts.declineStep.title).waitFor();
  const code = await director.newCode();
  await album.take(page, 'decline-code');
  await director.enter(code);
  await director.press(texts.declineStep.send);
  await director.heading(texts.ended.declinedByMe.title).waitFor();
  await album.take(page, 'declined');
  await director.watched.close();
}

async function stoppedScreens(api: string, album: Album): Promise<void> {
  const stage = await stageIn(api, 'it');
  const id = await sendEnvelope(stage, contract());
  const director = await opened(album, stage, 'director', true);
  const { page, texts } = director;
  await album.take(page, 'read-dark');
  await stage.employee.stop(id, 'Documento sbagliato');
  await page.reload();
  await director.heading(texts.ended.voided.title).waitFor();
  await album.take(page, 'voided-dark');
  await page.goto(`${api}/sign#${'A'.repeat(43)}`);
  await director.heading(texts.ended.linkInvalid.title).waitFor();
  await album.take(page, 'link-invalid-dark');
  await director.watched.close();
}

async function languageScreen(api: string, album: Album, language: Language): Promise<void> {
  const stage = await stageIn(api, language);
  await sendEnvelope(stage, contract(), { language });
  const director = await opened(album, stage, 'director');
  await album.take(director.page, `read-${language}`);
  await director.watched.close();
}
