import { expect, test } from 'vitest';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { sendContract } from '../../flow/theatre.ts';
import { PHONE } from '../watched-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

test('a link that was opened too often by machines says until when it rests', async () => {
  const stage = await newStage();
  await sendContract(stage);
  const signing = await newPage(stage, 'director', PHONE);
  await signing.signer.readLink();
  const { link } = signing.signer;
  const opened = await Promise.all(
    Array.from({ length: LIMITS.open.perHour + 1 }, () =>
      fetch(`${stage.api}/api/sign/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: stage.api },
        body: JSON.stringify({ link }),
      }),
    ),
  );
  const refused = opened.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(Number(refused[0]!.headers.get('retry-after'))).toBeLessThanOrEqual(3_600);
  await signing.page.goto(`${stage.api}/sign#${link}`);
  await signing.page
    .getByText(/raggiunto il limite: aperture di questo link\. Si può continuare dal .* CES?T\./)
    .waitFor();
  signing.watched.forgive(/429/);
  await expectSound(signing);
});
