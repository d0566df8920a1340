import * as z from 'zod';
import { REMOVED_PARTS } from '../../domain/envelope/removed-part.ts';
import { FIELD_KINDS } from '../../domain/fields/field.ts';
import { FAILURE_KINDS } from '../../domain/ledger/entries.ts';
import { Language } from '../language.ts';
import { SigningOrder } from '../signing-order.ts';
import { ListQuery } from './sender-inputs.ts';
import { StoredSuggestions } from './stored-suggestions.ts';

const instant = z.string();

/** Not validated again: it may have been stored under looser rules. */
export const Channel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), address: z.string() }),
  z.object({ kind: z.literal('sms'), number: z.string() }),
]);

/** Not validated again: it may have been stored under looser rules. */
export const PlacedField = z.object({
  id: z.string(),
  party: z.string().nullable(),
  kind: z.enum(FIELD_KINDS),
  page: z.number(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  label: z.string(),
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  multiline: z.boolean().optional(),
  earliest: z.string().optional(),
  latest: z.string().optional(),
});

const status = ListQuery.shape.status.unwrap();

/** The worst known delivery failure; cleared by a new contact or invitation, or by an act of the party. */
const Undelivered = z.object({
  kind: z.enum(FAILURE_KINDS),
  at: instant,
  notice: z.string(),
  reason: z.string(),
});

export const EnvelopeSummary = z.object({
  id: z.string(),
  /**
   * The owner. Only the subject in rows of envelopes that were purged under an earlier version, which the
   * sweep does not update.
   */
  ownedBy: z
    .object({ subject: z.string(), email: z.string().optional(), name: z.string().optional() })
    .optional(),
  title: z.string(),
  status,
  /** The status in which a purged envelope ended; absent in rows of earlier versions. */
  ended: z.enum(['completed', 'declined', 'voided', 'expired', 'failed']).optional(),
  createdAt: instant,
  /** For a purged envelope, the time of its end. */
  updatedAt: instant,
  deadline: instant.optional(),
  /** Names of the parties on turn that have not signed. */
  waitingFor: z.array(z.string()),
  /** The template that it was made from, if any; of a sending to many also which row it was. */
  template: z
    .object({
      id: z.string(),
      version: z.number(),
      batch: z.object({ id: z.string(), row: z.number() }).optional(),
    })
    .optional(),
  /** Its id in the system that created it. */
  externalId: z.string().optional(),
  /**
   * Set while the workflow is stalled by a fault; it restarts automatically, and acts in the meantime count.
   */
  standsStillSince: instant.optional(),
  parties: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(['director', 'client']),
      signedAt: instant.optional(),
      undelivered: Undelivered.optional(),
    }),
  ),
});
export type EnvelopeSummary = z.output<typeof EnvelopeSummary>;

export const TimelineItem = z.object({
  seq: z.number(),
  at: instant,
  type: z.string(),
  party: z.string().optional(),
  /** Details such as a reason or a masked channel. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type TimelineItem = z.output<typeof TimelineItem>;

export const PresignedPostAnswer = z.object({
  upload: z.string(),
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.number(),
  expiresAt: instant,
});

export const SavedAnswer = z.object({
  /** Version of the working draft; must be sent back when saving. */
  version: z.string(),
  savedAt: instant.optional(),
});
export type SavedAnswer = z.output<typeof SavedAnswer>;

export const SuggestionsAnswer = z.object({
  /** Suggested fields, which get new ids when they are placed. */
  suggestions: z.array(
    StoredSuggestions.shape.suggestions.element.omit({ party: true }).extend({
      /** The party that the document names: the n-th of a role. Absent if it names none. */
      meant: StoredSuggestions.shape.suggestions.element.shape.party,
      /** Id of the envelope's party that is meant; absent if there is none. */
      party: z.string().optional(),
    }),
  ),
  /** Texts in double braces that are not valid tags. They remain in the document. */
  wrongTags: StoredSuggestions.shape.wrongTags,
});
export type SuggestionsAnswer = z.output<typeof SuggestionsAnswer>;

export const EnvelopeAnswer = EnvelopeSummary.omit({ ownedBy: true }).extend({
  language: Language,
  message: z.string().optional(),
  owner: z.object({ email: z.string(), name: z.string() }),
  deadlineDays: z.number(),
  /** Last day to sign, in the company's time zone, if a day was chosen. */
  deadlineDate: z.string().optional(),
  reminderDays: z.array(z.number()),
  /** As the system that created it gave it. */
  metadata: z.record(z.string(), z.string()).optional(),
  sentAt: instant.optional(),
  endedAt: instant.optional(),
  removedAt: instant.optional(),
  reason: z.string().optional(),
  /** Id of the party that declined. */
  declinedBy: z.string().optional(),
  document: z
    .object({
      upload: z.string(),
      name: z.string(),
      sha256: z.string(),
      length: z.number(),
      pages: z.array(z.object({ width: z.number(), height: z.number() })),
      removed: z.array(z.enum(REMOVED_PARTS)),
    })
    .optional(),
  refusedDocument: z
    .object({ upload: z.string(), name: z.string(), code: z.string(), sentence: z.string() })
    .optional(),
  /** For a draft, as last saved; a field's party may have been removed. */
  fields: z.array(PlacedField),
  /** A draft's fields that do not fit the current document; dropped by the next save that omits them. */
  outside: z.array(PlacedField).optional(),
  draft: SavedAnswer.optional(),
  /** Purged, but the signed PDF can be downloaded from the archive. */
  isArchived: z.boolean().optional(),
  values: z.record(z.string(), z.union([z.string(), z.boolean()])),
  parties: z.array(
    z.object({
      id: z.string(),
      role: z.enum(['director', 'client']),
      turn: z.number(),
      name: z.string(),
      channel: Channel,
      language: Language,
      stamps: z.boolean().optional(),
      invitedAt: instant.optional(),
      openedAt: instant.optional(),
      /** When the last message to this party failed. */
      undeliveredAt: instant.optional(),
      undelivered: Undelivered.optional(),
      /** When the holder of the current link reported that it is not for them. */
      notMineAt: instant.optional(),
      /** When the party's codes were used up; a new invitation unlocks it. */
      lockedAt: instant.optional(),
      signedAt: instant.optional(),
      method: z.string().optional(),
    }),
  ),
  timeline: z.array(TimelineItem),
  verifyUrl: z.string(),
});
export type EnvelopeAnswer = z.output<typeof EnvelopeAnswer>;

export const ListAnswer = z.object({
  items: z.array(EnvelopeSummary),
  cursor: z.string().optional(),
});
export const HandOverAnswer = z.object({
  /** Envelopes handed over by this call, without those that the new owner had already. */
  handedOver: z.number(),
  /**
   * With `all`: envelopes that could not be handed over because of a refusal of their own; the owner is
   * unchanged.
   */
  left: z.number().optional(),
  /** Present if there are more; pass it to the next call. */
  cursor: z.string().optional(),
});
export const DiscardedAnswer = z.object({ id: z.string() });
export const CreatedAnswer = z.object({ id: z.string() });
/** A presigned URL, valid for five minutes. */
export const DownloadAnswer = z.object({
  url: z.string(),
  fileName: z.string(),
  expiresAt: instant,
});

export const SettingsAnswer = z.object({
  company: z.string(),
  colour: z.string(),
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  /** IANA time zone. */
  timeZone: z.string(),
  /** Offered languages, default first. */
  languages: z.array(Language),
  /** In which order the two sides may sign. */
  order: SigningOrder,
  /** E.164 country calling codes to which text messages are sent. */
  smsCountries: z.array(z.string()),
  documentDays: z.number(),
  maxDeadlineDays: z.number(),
  maxDocumentBytes: z.number(),
  maxFields: z.number(),
  verifierUrl: z.string(),
  me: z.object({
    /** The employee's `sub`; an administrator needs it to hand envelopes over. */
    subject: z.string(),
    email: z.string(),
    name: z.string(),
    isAdministrator: z.boolean(),
    /**
     * Claim `email_verified`: only then may an employee who is a party begin their own turn from the console.
     */
    emailVerified: z.boolean(),
  }),
});
export type SettingsAnswer = z.output<typeof SettingsAnswer>;

/** What the console needs to start sign-in as a public OpenID Connect client; nothing secret. */
export const SignInAnswer = z.object({
  company: z.string(),
  colour: z.string(),
  languages: z.array(Language),
  issuer: z.string(),
  clientId: z.string(),
});
export type SignInAnswer = z.output<typeof SignInAnswer>;
