import { PDFContext, PDFDict, PDFName, type PDFObject, PDFRef } from 'pdf-lib';
import { FormDrawing } from '../draw/form-drawing.ts';
import type { Plan, PlannedField } from '../plan.ts';
import { parseObject } from '../syntax/parse-object.ts';

export type Entry = PDFObject | string | number | boolean | readonly (PDFObject | number)[];

/** A signature dictionary whose /ByteRange and /Contents are filled in after writing. */
export interface PendingSignature {
  readonly object: PDFRef;
  readonly sign: (sha256: Uint8Array) => Promise<Uint8Array>;
}

export function parseReference(text: string): PDFRef {
  const [objectNumber, generation] = text.split(' ').map(Number);
  return PDFRef.of(objectNumber as number, generation);
}

export const formatReference = (ref: PDFRef): string =>
  `${ref.objectNumber} ${ref.generationNumber}`;

export function parseDictionary(syntax: string, context: PDFContext): PDFDict {
  const parsed = parseObject(Buffer.from(syntax, 'latin1'), context);
  if (!(parsed instanceof PDFDict)) throw new Error('expected a dictionary');
  return parsed;
}

/** Objects of one revision, numbered after the existing ones, and the resulting changes of the plan. */
export class IncrementalUpdate {
  readonly plan: Plan;
  readonly now: Date;
  readonly context: PDFContext;
  readonly forms: FormDrawing;
  readonly fields: Map<string, PlannedField>;
  readonly changes: { certified: boolean; dss?: string };
  pending?: PendingSignature;

  constructor(plan: Plan, now: Date) {
    if (plan.version !== 1) throw new Error(`unknown plan version ${plan.version}`);
    this.plan = plan;
    this.now = now;
    this.context = PDFContext.create();
    this.context.largestObjectNumber = plan.size - 1;
    this.forms = new FormDrawing(this.context, {
      regular: parseReference(plan.fonts.regular),
      bold: parseReference(plan.fonts.bold),
    });
    this.fields = new Map(Object.entries(plan.fields));
    this.changes = { certified: plan.certified, ...(plan.dss && { dss: plan.dss }) };
  }

  field(id: string, ...types: readonly PlannedField['type'][]): PlannedField {
    const field = this.fields.get(id);
    if (!field || !types.includes(field.type)) {
      throw new Error(`the plan has no open ${types.join(' or ')} field "${id}"`);
    }
    return field;
  }

  /** A dictionary of the document, to be rewritten in this revision. */
  edit(reference: string): PDFDict {
    const ref = parseReference(reference);
    const open = this.context.lookup(ref);
    if (open instanceof PDFDict) return open;
    const syntax = this.plan.objects[reference];
    if (syntax === undefined) throw new Error(`object ${reference} is not in the plan`);
    const parsed = parseDictionary(syntax, this.context);
    this.context.assign(ref, parsed);
    return parsed;
  }

  set(dict: PDFDict, entries: Readonly<Record<string, Entry>>): void {
    for (const [key, value] of Object.entries(entries)) {
      dict.set(PDFName.of(key), this.context.obj(value as string));
    }
  }

  openSignature(pending: PendingSignature): void {
    if (this.pending) throw new Error('a revision can have only one signature');
    this.pending = pending;
  }
}
