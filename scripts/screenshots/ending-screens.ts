import type { SigningPage } from '../../test/browser/sign/signing-page.ts';
import { sendEnvelope } from '../demo/drafting.ts';
import { contract } from '../demo/paper.ts';
import type { Stage } from '../demo/stage.ts';
import type { Album } from './album.ts';
import { opened, stageIn } from './signing-screens.ts';

const MINUTE_MS = 60_000;
const BETWEEN_CODES_MS = 61 * MINUTE_MS;
const FORTNIGHT_MS = 14 * 24 * 60 * MINUTE_MS + MINUTE_MS;

/** States that only time brings: a locked code, the deadline, the removal. Moves the target's clock. */
export async function endingScreens(api: string, album: Album): Promise<void> {
  const stage = await stageIn(api, 'it');
  await sendEnvelope(stage, contract());
  const director = await opened(album, stage, 'director');
  await lockedScreen(stage, director, album);
  const { link } = director.signer;
  await stage.desk.advance(FORTNIGHT_MS);
  await endScreen(director, album, `${api}/sign#${link}`, 'expired');
  await stage.desk.advance(FORTNIGHT_MS);
  await endScreen(director, album, `${api}/sign#${link}`, 'removed');
  await director.watched.close();
}

async function lockedScreen(stage: Stage, director: SigningPage, album: Album): Promise<void> {
  const { page, texts } = director;
  await page.clock.install();
  await director.toCode();
  for (let sending = 2; sending <= 6; sending++) {
    await stage.desk.advance(BETWEEN_CODES_MS);
    await page.clock.fastForward(BETWEEN_CODES_MS);
    await director.press(texts.code.again);
    if (sending <= 5) await director.newCode();
  }
  await page.locator('#code-error').waitFor();
  await page.clock.resume();
  await album.take(page, 'code-locked');
}

async function endScreen(
  { page, texts }: SigningPage,
  album: Album,
  link: string,
  end: 'expired' | 'removed',
): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('heading', { name: texts.ended[end].title }).waitFor();
  await album.take(page, end);
}
