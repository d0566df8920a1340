import { VerifyPage } from '../../test/browser/verify/verify-page.ts';
import { cast } from '../demo/cast.ts';
import { signCeremony } from '../demo/ceremony.ts';
import { sendEnvelope } from '../demo/drafting.ts';
import { eventually } from '../demo/eventually.ts';
import { completed } from '../demo/journey.ts';
import { contract } from '../demo/paper.ts';
import { type Step, setStage } from '../demo/stage.ts';
import { Verifier } from '../demo/verifier.ts';
import type { Album } from './album.ts';

const silent: Step = (_, act) => act();

interface Sealed {
  readonly address: string;
  readonly signed: Buffer;
}

/** Every state of the verify page. */
export async function verifyScreens(api: string, album: Album): Promise<void> {
  const sealed = await seal(api);
  await startScreens(album, sealed);
  for (const dark of [false, true]) await verdictScreens(album, sealed, dark);
  await anotherScreen(album, sealed, await seal(api));
}

async function seal(api: string): Promise<Sealed> {
  const stage = await setStage(api, cast(2), silent);
  const id = await sendEnvelope(stage, contract());
  for (const signer of stage.signers) await signCeremony(signer, silent);
  await completed(stage, id);
  const { verifyUrl: address } = await stage.employee.show(id);
  const verifier = new Verifier(address);
  await eventually('the public record', async () => (await verifier.record()).sha256 !== undefined);
  return { address, signed: Buffer.from(await stage.employee.download(id)) };
}

async function startScreens(album: Album, { address }: Sealed): Promise<void> {
  const start = new VerifyPage(await album.page('it'));
  await start.goto(new URL('/verify', address).href);
  await start.ready();
  await album.take(start.page, 'verify-start', true);
  await start.goto(new URL(`/v/${'Z'.repeat(26)}`, address).href);
  await start.ready();
  await album.take(start.page, 'verify-unknown-code', true);
  await start.close();
}

async function anotherScreen(album: Album, { signed }: Sealed, { address }: Sealed) {
  const page = new VerifyPage(await album.page('it'));
  await page.goto(address);
  await page.choose(signed);
  await page.verdict();
  await album.take(page.page, 'verify-another', true);
  await page.close();
}

async function verdictScreens(album: Album, { address, signed }: Sealed, dark: boolean) {
  const page = new VerifyPage(await album.page('it', { colorScheme: dark ? 'dark' : 'light' }));
  const tone = dark ? '-dark' : '';
  async function shown(bytes: Buffer, name: string) {
    await page.goto(address);
    await page.choose(bytes);
    await page.verdict();
    await album.take(page.page, `verify-${name}${tone}`, true);
  }
  await page.goto(address);
  await page.ready();
  await album.take(page.page, `verify-record${tone}`, true);
  await shown(signed, 'authentic');
  await page.openDetails();
  await album.take(page.page, `verify-details${tone}`, true);
  const altered = Buffer.from(signed);
  altered[altered.length >> 1]! ^= 1;
  await shown(altered, 'altered');
  await shown(Buffer.from(contract().bytes), 'unknown');
  await page.close();
}
