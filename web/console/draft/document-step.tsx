import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useConsole } from '../context.ts';
import { OutsideFields } from '../fields/unassigned-fields.tsx';
import { LanguageSelect } from '../language-select.tsx';
import { type Envelope, factsOf } from '../sender-api.ts';
import { useStoredInput } from '../stored-input.ts';
import { useTemplateTexts } from '../templates/texts/texts-of.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { useDraft } from './context.ts';
import { DropZone } from './drop-zone.tsx';
import { StepActions } from './step-actions.tsx';
import { originalFile, sendDocument, type Upload } from './upload.ts';

export function DocumentStep() {
  const { api, texts } = useConsole();
  const { envelope, onEnvelope, goTo, work } = useDraft();
  const [upload, setUpload] = useState<Upload>({ kind: 'none' });
  const saved = { title: envelope.title, language: envelope.language };
  const [facts, setFacts, forget] = useStoredInput(
    `${envelope.id}.document`,
    JSON.stringify(saved),
    () => saved,
  );
  const change = (by: Partial<typeof saved>) => setFacts((before) => ({ ...before, ...by }));
  const { title, language } = facts;
  const { errors, tell } = useErrors();
  const { busy, error, run } = useWork();
  const [former, setFormer] = useState<File>();
  const replace = (file: File) =>
    run('upload', async () => {
      const replaced = originalFile(api, envelope).catch(() => undefined);
      try {
        const checked = await sendDocument(api, envelope.id, file, setUpload);
        if (!checked) return;
        setFormer(await replaced);
        onEnvelope(checked);
      } catch (failure) {
        setUpload({ kind: 'none' });
        throw failure;
      }
    });
  function next(event: Event) {
    event.preventDefault();
    const wrong = title.trim() ? [] : [{ id: 'title', message: texts.document.titleMissing }];
    tell(wrong);
    if (wrong.length > 0) return;
    void run('save', async () => {
      const { title: before, language: spoken } = envelope;
      if (title !== before || language !== spoken)
        await work.edit({ ...factsOf(envelope), title, language });
      forget();
      goTo('people');
    });
  }
  const wrongTitle = errors.found[0]?.message;
  return (
    <form class="stack-l" noValidate onSubmit={next}>
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <StepHeading>{texts.document.heading}</StepHeading>
      <WorkFailure error={error} />
      <DocumentFacts />
      <Outside envelope={envelope} />
      {former && (
        <Button variant="secondary" busy={busy === 'upload'} onClick={() => replace(former)}>
          {texts.document.goBackTo(former.name)}
        </Button>
      )}
      <DropZone upload={upload} replaces={envelope.document !== undefined} onFile={replace} />
      <LabelledField
        id="title"
        label={texts.document.title}
        hint={texts.document.titleHint}
        error={wrongTitle}
      >
        <input
          id="title"
          value={title}
          maxLength={200}
          required
          autocomplete="off"
          aria-invalid={wrongTitle ? 'true' : undefined}
          aria-describedby={describedBy('title', texts.document.titleHint, wrongTitle)}
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
      </LabelledField>
      <LabelledField
        id="language"
        label={texts.document.language}
        hint={texts.document.languageHint}
      >
        <LanguageSelect
          id="language"
          value={language}
          describedBy={describedBy('language', texts.document.languageHint)}
          onLanguage={(chosen) => change({ language: chosen })}
        />
      </LabelledField>
      <StepActions>
        <Button type="submit" busy={busy !== undefined}>
          {texts.next}
        </Button>
      </StepActions>
    </form>
  );
}

/** Fields that have no place: on another document, or on none as long as a copy of a removed one lacks its file. */
function Outside({ envelope }: { envelope: Envelope }) {
  const { duplicate } = useTemplateTexts();
  const { document, outside = [] } = envelope;
  if (document) return <OutsideFields fields={outside} />;
  return outside.length > 0 ? <Notice tone="warn">{duplicate.withoutFile}</Notice> : null;
}

function DocumentFacts() {
  const { texts } = useConsole();
  const { document } = useDraft().envelope;
  if (!document) return null;
  return (
    <Notice tone="good">
      <strong>{document.name}</strong>
      <p>{texts.document.accepted(document.pages.length)}</p>
      {document.removed.length > 0 && (
        <p>
          {texts.document.removed(
            document.removed.map((part) => texts.document.removedPart[part]).join(', '),
          )}
        </p>
      )}
    </Notice>
  );
}
