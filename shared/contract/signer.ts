import * as z from 'zod';
import { HANDS, isHand } from '../domain/fields/hand.ts';
import { PURPOSES } from '../domain/secrets/code.ts';
import { emailAddress } from './email-address.ts';
import { Language } from './language.ts';
import { OwnValues } from './own-values.ts';
import { PlacedField } from './sender-answers.ts';
import { VoidInput } from './sender-inputs.ts';
import { signatureText } from './text.ts';
import { FilledValues } from './values.ts';

const instant = z.string();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The token of a link: 256 random bits in base64url. A cut or altered one is as unknown as any other. */
export const ExchangeInput = z.strictObject({ link: z.string().min(1).max(200) });
/** What the page did with the document before its reader goes on. */
export const ShownInput = z.strictObject({
  documentSha256: sha256,
  shown: z.enum(['drawn', 'pdf']),
});
export const ConsentInput = z.strictObject({
  version: z.string().max(40),
  sha256,
  language: Language,
});
/** Where a party reached by text message wants its copy too; left out: nowhere. */
export const CopyInput = z.strictObject({ address: emailAddress.optional() });
/** What a code is to confirm. */
const purpose = z.enum(PURPOSES).default('sign');
export const CodeInput = z.strictObject({ purpose }).prefault({});
/** As it was typed, or pasted with the message around it. */
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

/** A mark: typed and drawn by the system, or an uploaded picture. */
export const MarkInput = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('typed'), text: signatureText(120), hand }),
  z.strictObject({ method: z.literal('drawn'), upload }),
  z.strictObject({ method: z.literal('image'), upload }),
]);

/** The marks made so far; pictures by the upload's id. */
const DraftMarks = z.strictObject({ signature: MarkInput.optional(), stamp: Picture.optional() });

/** The answer where a copy goes that was kept, by whatever rule held then. */
export const StoredCopy = z.object({ address: z.string().optional() });

/** Those that were kept, by whatever rule held then. */
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
/** Without `marks`, those that were kept stay. */
export const DraftInput = z.strictObject({ values: FilledValues, marks: DraftMarks.optional() });

export const SignInput = z.strictObject({
  /** Of the revision that was shown. */
  documentSha256: sha256,
  values: FilledValues.default({}),
  signature: MarkInput,
  /** If absent and there are fields for initials, they are drawn from the party's name. */
  initials: MarkInput.optional(),
  stamp: Picture.optional(),
});
/** A reason is held to one rule, whoever gives it. */
export const DeclineInput = VoidInput;

/** Where a kept picture can be read again, for a short while. */
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

/** What one party may see. Other parties' channels are masked. */
export const CeremonyAnswer = z.object({
  handle: z.string(),
  envelopeId: z.string(),
  title: z.string(),
  company: z.string(),
  sender: z.string(),
  /** The party is the sender: nobody is asked in their own name. */
  isSender: z.literal(true).optional(),
  /** Whom to ask, as far as the company says. */
  senderAddress: z.string().optional(),
  telephone: z.string().optional(),
  privacyNotice: z.string().optional(),
  message: z.string().optional(),
  /** The party's own, as the sender chose it. */
  language: Language,
  /** In which values are printed. */
  documentLanguage: Language,
  /** Those that the company offers, the default first. */
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
  /** When the document goes from the link. */
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
  /** Who did not want to sign, where that ended the request. */
  declinedBy: z.string().optional(),
  /** When the sender was told, with the present links, that they reached somebody else. */
  notMineAt: instant.optional(),
  /** When the sender was told that no more codes can be sent. */
  lockedToldAt: instant.optional(),
  /** Mine alone. */
  fields: z.array(PlacedField),
  /** What was kept of them; only for a session that may sign, like the marks: a link alone shows nothing. */
  values: OwnValues,
  /** The marks that were kept. */
  marks: KeptMarks.optional(),
  /**
   * Of a party that is asked for an e-mail address for its copy, in a session that may sign: whether it
   * has answered, and with what.
   */
  copy: z.object({ answered: z.boolean(), address: z.string().optional() }).optional(),
  documentSha256: z.string().optional(),
  /** Of the document as it is shown, with those of the certificate. */
  pages: z.number().optional(),
  /** How the page, in this or an earlier session, reported that it showed this revision. */
  shown: z.enum(['drawn', 'pdf']).optional(),
  /** Of a party that has signed: the document that may be read now has its values and signature in it. */
  showsMine: z.literal(true).optional(),
  terms: z.object({ version: z.string(), text: z.string(), sha256 }),
  consentedAt: instant.optional(),
  /** Until when this session may sign. */
  confirmedUntil: instant.optional(),
  /** How long that still is, for a warning that a wrong clock of the device does not mislead. */
  confirmedForSeconds: z.number().optional(),
  /** Until when this session may decline: that takes a code of its own. */
  declineUntil: instant.optional(),
  hands: z.array(z.string()),
  verifyUrl: z.string(),
});
export type CeremonyAnswer = z.output<typeof CeremonyAnswer>;

export const DocumentAnswer = z.object({ url: z.string(), sha256, expiresAt: instant });
/** Where the page of one's own turn is: the session's handle, which is no secret. */
export const BegunAnswer = z.object({ handle: z.string() });

/** With the document's address at once, where it may be read: on a slow network each question costs. */
export const ExchangeAnswer = CeremonyAnswer.extend({ document: DocumentAnswer.optional() });
export type ExchangeAnswer = z.output<typeof ExchangeAnswer>;

export const CodeAnswer = z.object({
  channel: z.string(),
  expiresAt: instant,
  /** For a countdown that a wrong clock of the device does not mislead. */
  expiresInSeconds: z.number(),
  /** Seconds until another code may be asked for. */
  nextInSeconds: z.number(),
});
export const ConfirmAnswer = z.object({ confirmedUntil: instant });
export const MarkUploadAnswer = z.object({
  upload: z.string(),
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.number(),
});
/** The values as they were kept. */
export const DraftAnswer = z.object({ values: OwnValues });
export const SignedAnswer = z.object({ state: z.literal('signed'), signedAt: instant });
