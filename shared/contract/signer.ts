import * as z from 'zod';
import { HANDS, isHand } from '../domain/fields/hand.ts';
import { PURPOSES } from '../domain/secrets/code.ts';
import { emailAddress } from './email-address.ts';
import { Language } from './language.ts';
import { OwnValues } from './sender/own-values.ts';
import { PlacedField } from './sender/sender-answers.ts';
import { VoidInput } from './sender/sender-inputs.ts';
import { signatureText } from './text.ts';
import { FilledValues } from './values.ts';

const instant = z.string();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The link's token: 256 random bits in base64url. A malformed one is answered like an unknown one. */
export const ExchangeInput = z.strictObject({ link: z.string().min(1).max(200) });
/** How the page showed the document, reported before the party continues. */
export const ShownInput = z.strictObject({
  documentSha256: sha256,
  shown: z.enum(['drawn', 'pdf']),
});
export const ConsentInput = z.strictObject({
  version: z.string().max(40),
  sha256,
  language: Language,
});
/** Where a party reached by text message also wants its copy; absent: nowhere. */
export const CopyInput = z.strictObject({ address: emailAddress.optional() });
/** What the code confirms. */
const purpose = z.enum(PURPOSES).default('sign');
export const CodeInput = z.strictObject({ purpose }).prefault({});
/** The code as typed, or the pasted message that contains it. */
export const ConfirmInput = z.strictObject({ code: z.string().min(1).max(2_000), purpose });
export const MarkUploadInput = z.strictObject({
  kind: z.enum(['signature', 'initials', 'stamp']),
  contentType: z.enum(['image/png', 'image/jpeg']),
});

const upload = z.string().regex(/^[\w-]{22}$/);

const hand = z
  .string()
  .max(40, { abort: true })
  .refine(isHand)
  .meta({ enum: [...HANDS] });

const Picture = z.strictObject({ upload });

/** A mark: typed and rendered by the system, or an uploaded picture. */
export const MarkInput = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('typed'), text: signatureText(120), hand }),
  z.strictObject({ method: z.literal('drawn'), upload }),
  z.strictObject({ method: z.literal('image'), upload }),
]);

/** Marks saved so far; pictures by upload id. */
const DraftMarks = z.strictObject({ signature: MarkInput.optional(), stamp: Picture.optional() });

/** Stored answer; not validated again, since it may have been stored under looser rules. */
export const StoredCopy = z.object({ address: z.string().optional() });

/** Stored marks; not validated again, since they may have been stored under looser rules. */
export const StoredMarks = z.object({
  signature: z
    .discriminatedUnion('method', [
      z.object({ method: z.literal('typed'), text: z.string(), hand: z.string() }),
      z.object({ method: z.literal('drawn'), upload }),
      z.object({ method: z.literal('image'), upload }),
    ])
    .optional(),
  stamp: z.object({ upload }).optional(),
});
/** Without `marks`, the saved marks are kept. */
export const DraftInput = z.strictObject({ values: FilledValues, marks: DraftMarks.optional() });

export const SignInput = z.strictObject({
  /** SHA-256 of the revision that was shown. */
  documentSha256: sha256,
  values: FilledValues.default({}),
  signature: MarkInput,
  /** Default: drawn from the party's name, if it has fields for initials. */
  initials: MarkInput.optional(),
  stamp: Picture.optional(),
});
/** The same rule for the reason as when a sender voids. */
export const DeclineInput = VoidInput;

/** Presigned URL of a saved picture. */
const picture = { upload, url: z.string() };
const KeptMarks = z.object({
  signature: z
    .discriminatedUnion('method', [
      z.object({ method: z.literal('typed'), text: z.string(), hand: z.string() }),
      z.object({ method: z.literal('drawn'), ...picture }),
      z.object({ method: z.literal('image'), ...picture }),
    ])
    .optional(),
  stamp: z.object(picture).optional(),
});

/** What one party may see; other parties' channels are masked. */
export const CeremonyAnswer = z.object({
  handle: z.string(),
  envelopeId: z.string(),
  title: z.string(),
  company: z.string(),
  sender: z.string(),
  /** The party is the sender. */
  isSender: z.literal(true).optional(),
  /** Contacts for questions, as far as the company configured them. */
  senderAddress: z.string().optional(),
  telephone: z.string().optional(),
  privacyNotice: z.string().optional(),
  message: z.string().optional(),
  /** The party's language, chosen by the sender. */
  language: Language,
  /** Language in which values are printed. */
  documentLanguage: Language,
  /** Offered languages, default first. */
  languages: z.array(Language),
  state: z.enum([
    'waiting',
    'open',
    'signed',
    'completed',
    'declined',
    'voided',
    'expired',
    'failed',
  ]),
  deadline: instant.optional(),
  /** When the document is removed from the link. */
  removedAt: instant.optional(),
  me: z.object({ id: z.string(), name: z.string(), role: z.string(), channel: z.string() }),
  parties: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.string(),
      turn: z.number(),
      signedAt: instant.optional(),
    }),
  ),
  /** Id of the party that declined, if that ended the envelope. */
  declinedBy: z.string().optional(),
  /** When "not for me" was reported with the current link. */
  notMineAt: instant.optional(),
  /** When the sender was told that the party has used up its codes. */
  lockedToldAt: instant.optional(),
  /** The party's own fields only. */
  fields: z.array(PlacedField),
  /** Saved values; like the marks, only in a session confirmed to sign. */
  values: OwnValues,
  /** Saved marks. */
  marks: KeptMarks.optional(),
  /**
   * Whether and how the party answered where its copy goes. Only for a party that is asked, in a session
   * confirmed to sign.
   */
  copy: z.object({ answered: z.boolean(), address: z.string().optional() }).optional(),
  documentSha256: z.string().optional(),
  /** Pages of the document as shown, including the certificate. */
  pages: z.number().optional(),
  /** How this revision was reported as shown, in this or an earlier session. */
  shown: z.enum(['drawn', 'pdf']).optional(),
  /** The readable document already contains this party's values and signature. */
  showsMine: z.literal(true).optional(),
  terms: z.object({ version: z.string(), text: z.string(), sha256 }),
  consentedAt: instant.optional(),
  /** Until when this session may sign. */
  confirmedUntil: instant.optional(),
  /** Remaining seconds, so that the expiry warning does not depend on the device's clock. */
  confirmedForSeconds: z.number().optional(),
  /** Until when this session may decline; that needs its own code. */
  declineUntil: instant.optional(),
  hands: z.array(z.string()),
  verifyUrl: z.string(),
});
export type CeremonyAnswer = z.output<typeof CeremonyAnswer>;

export const DocumentAnswer = z.object({ url: z.string(), sha256, expiresAt: instant });
/** The session's handle, part of the page's address; not a secret. */
export const BegunAnswer = z.object({ handle: z.string() });

/** Includes the document's URL if it may be read, which saves a round trip. */
export const ExchangeAnswer = CeremonyAnswer.extend({ document: DocumentAnswer.optional() });
export type ExchangeAnswer = z.output<typeof ExchangeAnswer>;

export const CodeAnswer = z.object({
  channel: z.string(),
  expiresAt: instant,
  /** Seconds, so that the countdown does not depend on the device's clock. */
  expiresInSeconds: z.number(),
  /** Seconds until another code may be requested. */
  nextInSeconds: z.number(),
});
export const ConfirmAnswer = z.object({ confirmedUntil: instant });
export const MarkUploadAnswer = z.object({
  upload: z.string(),
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.number(),
});
/** The values as saved. */
export const DraftAnswer = z.object({ values: OwnValues });
export const SignedAnswer = z.object({ state: z.literal('signed'), signedAt: instant });
