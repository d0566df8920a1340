import { type PDFContext, PDFHexString, type PDFRef } from 'pdf-lib';
import type { FieldKind } from '../../../domain/fields/field.ts';
import type { DisplayedBox, FormDrawing } from '../../draw/form-drawing.ts';
import { frameItems, tickItems } from '../../fields/tick.ts';
import type { PlannedField } from '../../plan.ts';
import { array, dictionary, type Entries, textString } from '../../syntax/make-object.ts';
import type { LaidField } from './layout.ts';

/** Field flags: ISO 32000-1, tables 221, 226, 228 and 230. Read-only, since only the service fills fields. */
const READ_ONLY = 1;
const MULTILINE = 1 << 12;
const PUSH_BUTTON = 1 << 16;
const COMBO = 1 << 17;
const ICON_ONLY = 1;

/** Font name in /DR for viewers that draw fields themselves. */
export const DEFAULT_FONT = 'Helv';
const DEFAULT_APPEARANCE = PDFHexString.of(
  Buffer.from(`/${DEFAULT_FONT} 10 Tf 0 g`, 'latin1').toString('hex'),
);

export interface WidgetType
  extends Pick<PlannedField, 'type' | 'multiline' | 'format' | 'options'> {
  readonly entries: Entries;
}

/** A party's field. Only its first signature is a signature field; the others are icons. */
export const widgetOf = (
  context: PDFContext,
  forms: FormDrawing,
  field: LaidField,
  box: DisplayedBox,
  isSignature: boolean,
): WidgetType => WIDGETS[field.kind]({ context, forms, field, box, isSignature });

interface Placed {
  readonly context: PDFContext;
  readonly forms: FormDrawing;
  readonly field: LaidField;
  readonly box: DisplayedBox;
  readonly isSignature: boolean;
}

const WIDGETS: Readonly<Record<FieldKind, (placed: Placed) => WidgetType>> = {
  signature: ({ isSignature }) =>
    isSignature ? { type: 'signature', entries: { FT: 'Sig' } } : icon(),
  initials: () => icon(),
  stamp: () => icon(),
  text: ({ field }) => text(field),
  number: ({ field }) => text(field),
  date: ({ field }) => ({ ...text(field), format: 'date' }),
  checkbox: ({ context, forms, box }) => ({
    type: 'checkbox',
    entries: checkbox(context, forms, box),
  }),
  choice: ({ context, field: { options = [] } }) => ({
    type: 'choice',
    entries: choice(context, options),
    options,
  }),
};

export const icon = (): WidgetType => ({
  type: 'icon',
  entries: { FT: 'Btn', Ff: PUSH_BUTTON | READ_ONLY, MK: { TP: ICON_ONLY } },
});

/** No appearance until filled: validators report replacing a locked field's appearance as a change. */
const text = ({ multiline = false }: LaidField): WidgetType => ({
  type: 'text',
  entries: { FT: 'Tx', Ff: READ_ONLY | (multiline ? MULTILINE : 0), DA: DEFAULT_APPEARANCE },
  ...(multiline && { multiline }),
});

const choice = (context: PDFContext, options: readonly string[]): Entries => ({
  FT: 'Ch',
  Ff: READ_ONLY | COMBO,
  DA: DEFAULT_APPEARANCE,
  Opt: array(context, options.map(textString)),
});

/** Both states are drawn at intake, so that ticking changes no appearance stream. */
function checkbox(context: PDFContext, forms: FormDrawing, box: DisplayedBox): Entries {
  const states: Record<string, PDFRef> = {
    Yes: forms.draw({ ...box, items: [...frameItems(box), ...tickItems(box)] }, box),
    Off: forms.draw({ ...box, items: frameItems(box) }, box),
  };
  const normal = dictionary(context, states);
  return { FT: 'Btn', Ff: READ_ONLY, V: 'Off', AS: 'Off', AP: { N: normal } };
}
