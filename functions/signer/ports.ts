import type { Language } from '../../shared/domain/envelope/party.ts';
import type { Field, Size, Values } from '../../shared/domain/fields/field.ts';
import type { Hand } from '../../shared/domain/fields/hand.ts';
import type { MailTo } from '../../shared/messages/mail-to.ts';
import type { Notify } from '../../shared/messages/notify.ts';
import type { Drawing } from '../../shared/pdf/draw/drawing.ts';
import type { PreparedImage } from '../../shared/pdf/image/prepared-image.ts';
import type { MacKey } from '../../shared/ports/keys.ts';
import type { Ports } from '../../shared/ports/ports.ts';

/** The part of the PDF core that validates and draws marks and values during the ceremony. */
export interface PdfCore {
  /** Throws `value_too_long` or `text_not_covered`, with the field. */
  assertPrintable(fields: readonly Field[], values: Values, language: Language): void;
  /** The handwriting fonts that cover the whole text. */
  handsFor(text: string): Hand[];
  /** Throws `PdfRefusal('text_not_covered')`. */
  typedSignature(text: string, hand: Hand, box: Size): Drawing;
  /** Throws `PdfRefusal`: `image_type`, `image_too_large`, `image_damaged`. */
  prepareImage(
    bytes: Uint8Array,
    limits: { readonly maxBytes: number; readonly maxPixels: number },
  ): Promise<PreparedImage>;
  showsInk(image: PreparedImage): Promise<boolean>;
}

export type SignerPorts = Pick<
  Ports,
  | 'clock'
  | 'random'
  | 'ledger'
  | 'links'
  | 'sessions'
  | 'codes'
  | 'claims'
  | 'counters'
  | 'documents'
  | 'presigned'
> & {
  readonly codeKey: MacKey;
  readonly notify: Notify;
  readonly mailTo: MailTo;
  readonly pdf: PdfCore;
};
