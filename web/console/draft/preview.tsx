import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { PdfViewer } from '../../ui/document/pdf-viewer.tsx';
import { placeOnPage } from '../../ui/document/place-on-page.ts';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';
import { lookOf } from '../fields/party-look.ts';
import { FieldFace } from '../fields/placed-field.tsx';
import type { Envelope, Field, Values } from '../sender-api.ts';
import { useOriginal } from './use-original.ts';

/** The document as one party will see it: that party's fields, and the company's values. */
export function Preview({ envelope }: { envelope: Envelope }) {
  const { texts } = useConsole();
  const { parties, fields, values } = envelope;
  const [party, setParty] = useState(parties[0]!.id);
  const { pdf, failed, retry } = useOriginal(envelope.id, envelope.document?.upload);
  const pages = envelope.document!.pages;
  const shown = fields.filter((field) => field.party === party || field.party === null);
  const first = [...shown]
    .sort((a, b) => a.page - b.page || a.y - b.y)
    .find((field) => field.party === party);
  return (
    <section class="stack" aria-labelledby="preview-title">
      <h2 id="preview-title">{texts.review.preview}</h2>
      <fieldset>
        <legend>{texts.review.previewAs}</legend>
        <div class="owners">
          {parties.map(({ id, name }) => (
            <label key={id} class={`owner ${lookOf(id, parties)}`}>
              <input
                type="radio"
                name="preview"
                checked={party === id}
                onChange={() => setParty(id)}
              />
              <span class="dot" aria-hidden="true" />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {failed ? (
        <Notice tone="bad" announce>
          <p>{texts.viewer.failed}</p>
          <Button variant="secondary" onClick={retry}>
            {texts.tryAgain}
          </Button>
        </Notice>
      ) : (
        <PdfViewer
          pdf={pdf}
          texts={texts.viewer}
          opensAt={first && shownId(first)}
          overlay={(index) =>
            shown
              .filter(({ page }) => page === index)
              .map((field) => (
                <Shown
                  key={field.id}
                  field={field}
                  page={pages[index]!}
                  look={lookOf(field.party, parties)}
                  value={values[field.id]}
                  language={envelope.language}
                />
              ))
          }
        />
      )}
    </section>
  );
}

interface ShownProperties {
  readonly field: Field;
  readonly page: { readonly width: number; readonly height: number };
  readonly look: string;
  readonly value: Values[string] | undefined;
  readonly language: Envelope['language'];
}

const shownId = ({ id }: Field): string => `preview-${id}`;

function Shown({ field, page, look, value, language }: ShownProperties) {
  const { style, side } = placeOnPage(field, page);
  const printed = field.party === null ? 'printed' : '';
  return (
    <span id={shownId(field)} class={`placed still ${side} ${look} ${printed}`} style={style}>
      {(field.party !== null || value !== undefined) && (
        <FieldFace field={field} value={value} language={language} />
      )}
    </span>
  );
}
