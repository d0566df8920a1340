import { useRef, useState } from 'preact/hooks';
import { StepHeading } from '../../ui/page.tsx';
import { useConsole } from '../context.ts';
import { linkTo, replaceWith } from '../route.ts';
import type { EnvelopeFacts } from '../sender-api.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { DropZone } from './drop-zone.tsx';
import { StepList } from './step-list.tsx';
import { sendDocument, titleFrom, type Upload } from './upload.ts';

/** A draft starts with its document. Its creator is entered as the company's signer by default. */
export function NewPage() {
  const { api, texts, settings, language } = useConsole();
  const [upload, setUpload] = useState<Upload>({ kind: 'none' });
  const created = useRef<{ id: string; title: string }>(undefined);
  const { error, run } = useWork();
  const begin = (file: File) =>
    run('upload', async () => {
      try {
        const { id } = await draftFor(firstFacts(await titleFrom(file.name)));
        const envelope = await sendDocument(api, id, file, setUpload);
        if (envelope) replaceWith(linkTo.envelope(envelope.id, 'document'));
      } catch (failure) {
        setUpload({ kind: 'none' });
        throw failure;
      }
    });
  /** After a refused file the next one is uploaded to the same draft, which takes that file's name. */
  async function draftFor(facts: EnvelopeFacts) {
    const { title } = facts;
    if (!created.current) created.current = { id: (await api.create(facts)).id, title };
    else if (created.current.title !== title) await api.edit(created.current.id, facts);
    created.current.title = title;
    return created.current;
  }
  function firstFacts(title: string): EnvelopeFacts {
    const { name, email: address } = settings.me;
    const channel = { kind: 'email', address } as const;
    return {
      title: title || texts.titles.envelope,
      language,
      parties: [{ id: 'p1', role: 'director', turn: 0, name, channel, language }],
    };
  }
  return (
    <div class="measure stack-l">
      <StepList step="document" id={undefined} reached={0} />
      <StepHeading>{texts.upload.title}</StepHeading>
      <p class="soft">{texts.upload.lead}</p>
      <WorkFailure error={error} />
      <DropZone upload={upload} replaces={false} onFile={begin} />
    </div>
  );
}
