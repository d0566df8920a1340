import { expect, it } from 'vitest';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import { draftEnvelope } from '../../scripts/demo/drafting.ts';
import { completed } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { signerOf } from '../../scripts/demo/stage.ts';
import { Verifier } from '../../scripts/demo/verifier.ts';
import { silent, stageOn, useTarget } from './theatre.ts';

const target = useTarget();

it('a template that is sent becomes a sealed document of its own, though the template and its source are gone', async () => {
  const stage = await stageOn(target);
  const { employee } = stage;
  const paper = paperFor(undefined, 2);
  const draft = await draftEnvelope(stage, paper);
  await employee.place(draft.id, paper.fields(draft.document.pages, draft.parties));
  await employee.fill(draft.id, paper.ownValues);
  const template = await employee.keepTemplate(draft.id, 'Fornitura');
  await employee.discard(draft.id);
  const id = await employee.sendTemplate(template);
  await employee.deleteTemplate(template);
  for (const party of ['director', 'client']) await signCeremony(signerOf(stage, party), silent);
  await completed(stage, id);
  await stage.desk.published(id, 'envelope.completed');
  const { verifyUrl, template: used } = await employee.show(id);
  expect(used).toEqual({ id: template, version: 1 });
  const answer = await new Verifier(verifyUrl).judge(await employee.download(id), id);
  expect(answer.verdict).toBe('authentic');
  expect(await employee.templates('visible')).not.toContain(template);
});
