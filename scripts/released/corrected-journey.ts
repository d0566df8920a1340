import type { Party } from '../../shared/domain/envelope/party.ts';
import { stopExecution } from '../../test/fixtures/stop-execution.ts';
import { cast } from '../demo/cast.ts';
import { makeMarks, openAndConfirm, valuesFor } from '../demo/ceremony.ts';
import { type Paper, sendEnvelope } from '../demo/drafting.ts';
import { completed } from '../demo/journey.ts';
import type { Signer } from '../demo/signer.ts';
import { setStage, signerOf } from '../demo/stage.ts';
import { PAPER } from './paper.ts';
import { CODE_PAUSE_PASSED_MS, hasHappened, sign, silent, stageWith } from './scene.ts';

/** Delayed, marked as spam, reported twice, handed over, failed and restarted, completed with a copy. */
export async function correctedJourney(api: string): Promise<{ id: string }> {
  const [director, client] = cast(2) as [Party, Party];
  const slow = { kind: 'email', address: 'delay+released@simulator.amazonses.com' } as const;
  const stage = await stageWith(api, [{ ...director, channel: slow }, client]);
  const id = await sendEnvelope(stage, WITH_OPTIONAL_STAMP, { deadlineDate: dayAfter(10) });
  await hasHappened(stage, id, 'delivery.failed');
  const spam = 'complaint+released@simulator.amazonses.com';
  await stage.employee.correct(id, 'director', { kind: 'email', address: spam });
  await hasHappened(stage, id, 'delivery.failed', 2);
  await stage.desk.advance(CODE_PAUSE_PASSED_MS);
  await stage.employee.correct(id, 'director', director.channel);
  const signer = signerOf(await stageWith(api, [director]), 'director');
  await reportedTwice(api, id, signer);
  const later = await stageWith(api, [director, client]);
  await later.employee.resend(id, 'director');
  await signer.readLink('the link after the lock');
  await stopExecution(later, id);
  await later.desk.advance(CODE_PAUSE_PASSED_MS);
  await later.employee.remind(id, 'director');
  await hasHappened(later, id, 'restarted');
  const administrator = await setStage(api, [director, client], silent, 'admin');
  await administrator.employee.takeOver(id);
  await sign(administrator, 'director');
  await signWithCopy(signerOf(administrator, 'client'));
  await completed(administrator, id);
  return { id };
}

const WITH_OPTIONAL_STAMP: Paper = {
  ...PAPER,
  fields: (...given) =>
    PAPER.fields(...given).map((it) => (it.kind === 'stamp' ? { ...it, required: false } : it)),
};

const HOUR_MS = 3_600_000;

const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 24 * HOUR_MS).toISOString().slice(0, 10);

/**
 * Reports that the document is not meant for it, and that it gets no more codes (three an hour, five in all).
 */
async function reportedTwice(api: string, id: string, signer: Signer): Promise<void> {
  const { desk, employee } = await stageWith(api);
  await signer.readLink();
  await signer.open();
  await signer.notForMe();
  await employee.resend(id, 'director');
  await signer.readLink('the link after the report');
  for (const pauseMs of [0, 1, 1, 60, 1].map((minutes) => minutes * 61_000)) {
    await desk.advance(pauseMs);
    await signer.open();
    await signer.consent();
    await signer.askCode();
  }
  await signer.tellLocked();
}

async function signWithCopy(signer: Signer): Promise<void> {
  await openAndConfirm(signer, silent);
  await signer.answerCopy(`copia.${signer.link.slice(0, 8)}@example.com`.toLowerCase());
  const { sha256: documentSha256 } = await signer.read();
  const values = valuesFor(signer.ceremony);
  const { signature } = await makeMarks(signer);
  await signer.sign({ documentSha256, values, signature });
}
