import { useState } from 'preact/hooks';
import { FIELD_RULES, isMarkKind } from '../../../shared/domain/fields/field-kinds.ts';
import { isOnPage } from '../../../shared/domain/fields/field-layout.ts';
import { Button } from '../../ui/button.tsx';
import { PdfViewer } from '../../ui/document/pdf-viewer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useFocusNext } from '../../ui/use-focus-next.ts';
import { useConsole } from '../context.ts';
import { useDraft } from '../draft/context.ts';
import { StepActions } from '../draft/step-actions.tsx';
import { useOriginal } from '../draft/use-original.ts';
import type { DraftStep } from '../route.ts';
import type { FieldKind } from '../sender-api.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { handleFieldKey } from './field-keys.ts';
import { FieldsHeading } from './fields-heading.tsx';
import { FieldsOfPage, useActs } from './fields-of-page.tsx';
import type { Size } from './geometry.ts';
import { isSame, type Layout } from './history.ts';
import { Inspector } from './inspector.tsx';
import { newField } from './kinds.ts';
import { type LayoutError, layoutProblems, submittedLayout } from './layout-problems.ts';
import { type Spot, spotInView, spotUnder } from './page-under.ts';
import { Palette } from './palette.tsx';
import { suggestionActs } from './suggestion-acts.ts';
import { SuggestionsPanel } from './suggestions-panel.tsx';
import { OutsideFields, UnassignedFields } from './unassigned-fields.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useDragging } from './use-dragging.ts';
import { useEditor } from './use-editor.ts';
import { useFitting } from './use-fitting.ts';
import { useSuggestions } from './use-suggestions.ts';

/** The editor for fields: place, kind and party of each. */
export function FieldsStep() {
  const { texts, settings, language } = useConsole();
  const { envelope, goTo, work } = useDraft();
  const { parties } = envelope;
  const pages = envelope.document!.pages;
  const editor = useEditor(work, pages);
  const { held, hold } = useDragging(editor, pages);
  const [party, setParty] = useState<string | null>(parties[0]?.id ?? null);
  const { errors, tell } = useErrors<LayoutError>();
  const [announcement, setAnnouncement] = useState('');
  const { busy, error, run } = useWork();
  const original = useOriginal(envelope.id, envelope.document?.upload);
  const focusNext = useFocusNext();
  const suggestions = useSuggestions(editor);
  const unfit = useFitting(envelope.language, language);

  function placeAt(kind: FieldKind, { page, x, y }: Spot) {
    const size = pages[page]!;
    const { width, height } = FIELD_RULES[kind].usual;
    const corner = { page, x: x * size.width - width / 2, y: y * size.height - height / 2 };
    const owner = isMarkKind(kind) ? (party ?? parties[0]!.id) : party;
    const blank = { kind, party: owner, label: texts.fields.kinds[kind] };
    focusNext(`field-${editor.add(newField(blank, corner, texts.fields.firstOptions)).id}`);
    setAnnouncement(texts.fields.placed(texts.fields.kinds[kind], page + 1));
  }
  const asked = suggestionActs({
    ...{ editor, suggestions, parties, texts, focusNext, announce: setAnnouncement },
  });
  const acts = useActs({
    onSelect: ({ id }) => editor.select(id),
    onHold: hold,
    onKeyDown: (event, field) => {
      handleFieldKey(event, field, editor, pages);
      if (event.key.startsWith('Page')) focusNext(`field-${field.id}`);
    },
  });
  /** Focuses the field's control, which exists only once the field is selected. */
  function point({ id, field }: LayoutError) {
    if (field) editor.select(field);
    const control = document.getElementById(id);
    if (control && (!field || editor.field?.id === field)) control.focus();
    else focusNext(id);
  }
  function leave(step: DraftStep, check: boolean) {
    const layout = submittedLayout(editor.layout, texts);
    const wrong = check
      ? layoutProblems(onPages(layout, pages), parties, settings.maxFields, texts, unfit)
      : [];
    tell(wrong);
    if (wrong[0]) return wrong[0].field ? point(wrong[0]) : undefined;
    void run('save', async () => {
      if (!isSame(layout, editor.layout)) editor.change(layout);
      await work.save(layout, step === 'review');
      goTo(step);
    });
  }
  function undoKeys(event: KeyboardEvent) {
    const isField = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    if (isField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) editor.redo();
    else editor.undo();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for what the buttons do
    <div class="stack fields-step" onKeyDown={undoKeys}>
      <ErrorSummary title={texts.errorsTitle} errors={errors} onGo={point} />
      <FieldsHeading />
      <WorkFailure error={error} />
      <UnassignedFields editor={editor} parties={parties} />
      <OutsideFields fields={editor.outside} />
      <p class="hidden-visually" role="status">
        {announcement}
      </p>
      <p class="hidden-visually" id="field-keys">
        {texts.fields.keys}
      </p>
      <p class="hidden-visually" id="suggested-keys">
        {texts.fields.suggested.keys}
      </p>
      <div class="editor">
        <SuggestionsPanel
          suggestions={suggestions}
          onAccept={asked.acceptListed}
          onDrop={asked.dropListed}
        />
        <aside class="editor-side" aria-label={texts.fields.palette}>
          <Palette
            parties={parties}
            party={party}
            onParty={setParty}
            onPlace={(kind) => placeAt(kind, spotInView())}
            onDrop={(kind, clientX, clientY) => {
              const spot = spotUnder(clientX, clientY);
              if (spot) placeAt(kind, spot);
            }}
          />
        </aside>
        <div class="editor-pages">
          {original.failed ? (
            <Notice tone="bad" announce>
              <p>{texts.viewer.failed}</p>
              <Button variant="secondary" onClick={original.retry}>
                {texts.tryAgain}
              </Button>
            </Notice>
          ) : (
            <PdfViewer
              pdf={original.pdf}
              texts={texts.viewer}
              tools={<UndoButtons editor={editor} />}
              overlay={(index) => (
                <FieldsOfPage
                  index={index}
                  editor={editor}
                  pages={pages}
                  parties={parties}
                  language={envelope.language}
                  held={held}
                  problemOf={unfit}
                  acts={acts}
                  suggested={suggestions.open}
                  onAccept={asked.accept}
                  onDrop={asked.drop}
                />
              )}
            />
          )}
        </div>
        <div class="editor-inspector">
          {editor.field ? (
            <Inspector
              key={editor.field.id}
              field={editor.field}
              editor={editor}
              parties={parties}
              pageCount={pages.length}
              problem={unfit(held?.field.id === editor.field.id ? held.field : editor.field)}
              told={errors.found.filter((one) => one.field === editor.field?.id)}
              onCopied={(count) => setAnnouncement(texts.fields.copied(count))}
            />
          ) : (
            <p class="card small soft">{texts.fields.keysHint}</p>
          )}
        </div>
      </div>
      <StepActions>
        <Button busy={busy !== undefined} onClick={() => leave('review', true)}>
          {texts.next}
        </Button>
        <Button variant="secondary" onClick={() => leave('people', false)}>
          {texts.back}
        </Button>
      </StepActions>
    </div>
  );
}

const onPages = ({ fields, values }: Layout, pages: readonly Size[]): Layout => ({
  fields: fields.filter((field) => isOnPage(field, pages)),
  values,
});
