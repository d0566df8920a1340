import * as z from 'zod';
import { REMOVED_PARTS } from '../domain/envelope/removed-part.ts';
import { FIELD_KINDS } from '../domain/fields/field.ts';
import { FAILURE_KINDS } from '../domain/ledger/entries.ts';
import { Language } from './language.ts';
import { ListQuery } from './sender-inputs.ts';

const instant = z.string();

/** As it was stored, by whatever rule held then. */
const Channel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), address: z.string() }),
  z.object({ kind: z.literal('sms'), number: z.string() }),
]);

/** As it was placed, by whatever rule held then. */
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

/** What became of a message, until another contact or invitation is tried, or the party acts. */
const Undelivered = z.object({
  kind: z.enum(FAILURE_KINDS),
  at: instant,
  notice: z.string(),
  reason: z.string(),
});

export const EnvelopeSummary = z.object({
  id: z.string(),
  /** Whose it is. The subject alone where an earlier version listed what was removed then: the sweep does not come there. */
  ownedBy: z
    .object({ subject: z.string(), email: z.string().optional(), name: z.string().optional() })
    .optional(),
  title: z.string(),
  status,
  /** Of what was removed: how it had ended. Not in what was listed by earlier versions. */
  ended: z.enum(['completed', 'declined', 'voided', 'expired', 'failed']).optional(),
  createdAt: instant,
  /** Of what was removed, when it had ended. */
  updatedAt: instant,
  deadline: instant.optional(),
  /** Names of those who are waited for now. */
  waitingFor: z.array(z.string()),
  /** Nothing goes on, because of a fault, until it is started anew by itself; what is done meanwhile counts. */
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
  /** A few facts for people, such as a reason or a masked channel. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export const PresignedPostAnswer = z.object({
  upload: z.string(),
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.number(),
  expiresAt: instant,
});

export const SavedAnswer = z.object({
  /** Changes with the draft: to be given back with what is saved. */
  version: z.string(),
  savedAt: instant.optional(),
});
export type SavedAnswer = z.output<typeof SavedAnswer>;

export const EnvelopeAnswer = EnvelopeSummary.omit({ ownedBy: true }).extend({
  language: Language,
  message: z.string().optional(),
  owner: z.object({ email: z.string(), name: z.string() }),
  deadlineDays: z.number(),
  /** Where a day was chosen for the deadline, in the company's zone. */
  deadlineDate: z.string().optional(),
  reminderDays: z.array(z.number()),
  sentAt: instant.optional(),
  endedAt: instant.optional(),
  removedAt: instant.optional(),
  reason: z.string().optional(),
  /** The party that declined. */
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
  /** Of a draft as they were saved last; a party that is no more has a field of nobody yet. */
  fields: z.array(PlacedField),
  /** Fields of a draft for which another document has no place. They go when it is saved without them. */
  outside: z.array(PlacedField).optional(),
  draft: SavedAnswer.optional(),
  /** Removed from its link, but the company keeps it: the signed PDF can still be downloaded. */
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
      /** The last message to this party did not arrive. */
      undeliveredAt: instant.optional(),
      undelivered: Undelivered.optional(),
      /** Who holds this party's present link says that it is not for them. */
      notMineAt: instant.optional(),
      /** This party can get no more codes until it is invited anew. */
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
  /** By this call; those that were theirs already are not counted. */
  handedOver: z.number(),
  /** With `all`: others that could not be handed over, each by a rule of its own. They stay their owner's. */
  left: z.number().optional(),
  /** There are more: ask again with it. */
  cursor: z.string().optional(),
});
export const DiscardedAnswer = z.object({ id: z.string() });
export const CreatedAnswer = z.object({ id: z.string() });
/** A presigned address: good for five minutes. */
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
  /** IANA. */
  timeZone: z.string(),
  /** Those that may be chosen, the default first. */
  languages: z.array(Language),
  /** E.164 country calling codes that may get text messages. */
  smsCountries: z.array(z.string()),
  documentDays: z.number(),
  maxDeadlineDays: z.number(),
  maxDocumentBytes: z.number(),
  maxFields: z.number(),
  verifierUrl: z.string(),
  me: z.object({
    /** By which the identity provider knows them: an administrator asks for it to hand envelopes over. */
    subject: z.string(),
    email: z.string(),
    name: z.string(),
    isAdministrator: z.boolean(),
    /** The sign-in vouches for the address: who signs first herself goes straight on to it. */
    emailVerified: z.boolean(),
  }),
});
export type SettingsAnswer = z.output<typeof SettingsAnswer>;

/** What the console must know to sign someone in; none of it is secret (OpenID Connect, public client). */
export const SignInAnswer = z.object({
  company: z.string(),
  colour: z.string(),
  languages: z.array(Language),
  issuer: z.string(),
  clientId: z.string(),
});
export type SignInAnswer = z.output<typeof SignInAnswer>;
