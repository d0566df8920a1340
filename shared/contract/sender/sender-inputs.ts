import * as z from 'zod';
import { LIST_GROUPS } from '../../domain/envelope/list-group.ts';
import { FIELD_KINDS } from '../../domain/fields/field.ts';
import { isReadable } from '../../domain/text/text.ts';
import { emailAddress } from '../email-address.ts';
import { Language } from '../language.ts';
import { fileName, identifier, line, lines } from '../text.ts';
import { FilledValues } from '../values.ts';

/** `constructor` is excluded because plain objects inherit it. */
const id = z.string().regex(/^(?!constructor$)[a-z0-9]{1,12}$/);

export const ChannelInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('email'),
    address: emailAddress,
  }),
  z.strictObject({ kind: z.literal('sms'), number: z.string().regex(/^\+[1-9]\d{6,14}$/) }),
]);

/** `sender` is reserved for the employee wherever recipients are named. */
export const partyId = id.refine((name) => name !== 'sender');

export const PartyInput = z.strictObject({
  id: partyId,
  role: z.enum(['director', 'client']),
  /** Parties with the same number act in parallel; lower numbers act first. */
  turn: z.number().int().min(0).max(9),
  name: line(120),
  channel: ChannelInput,
  language: Language,
  /**
   * The party must be given a stamp field before sending. The stamp is optional unless one of its fields is
   * `required`.
   */
  stamps: z.boolean().optional(),
});

export const EnvelopeInput = z.strictObject({
  title: line(200),
  language: Language,
  message: lines(2_000).optional(),
  parties: z.array(PartyInput).min(1).max(10),
  /** Days of 24 hours from sending; reminders count from each party's invitation. */
  deadlineDays: z.number().int().min(1).max(60).default(14),
  /**
   * Alternative to `deadlineDays`: the end (23:59:59) of that day in the company's time zone, tomorrow to 60
   * days from today.
   */
  deadlineDate: z.iso.date().optional(),
  /** Default: 3 and 7, those that come before the deadline. */
  reminderDays: z.array(z.number().int().min(1).max(59)).max(10).optional(),
});

/** For whom a machine makes something new: one of its token's employees, by e-mail address or `sub`. */
export const ownerName = identifier(254);

const METADATA_KEY = /^(?!__proto__$)[\w.-]{1,40}$/;

/** What another system says of an envelope in words of its own. Parties never see it. */
export const externalFacts = {
  /** Its id there; a search finds it. */
  externalId: identifier(200).optional(),
  metadata: z
    .record(z.string().regex(METADATA_KEY), z.string().max(500).refine(isReadable))
    .refine((pairs) => Object.keys(pairs).length <= 20, 'at most 20 pairs')
    .optional(),
};

export const CreateInput = EnvelopeInput.extend({
  ...externalFacts,
  /** Needed of a machine that acts for several. People make their own alone. */
  owner: ownerName.optional(),
});

export const EditInput = EnvelopeInput.extend({
  /**
   * `draft.version` of the answer being edited; `draft_changed` if it is not the current one. Optional: no
   * check.
   */
  version: z.string().max(200).optional(),
});

/** PDF points, rounded to 1/1000: DynamoDB rejects numbers below 1e-130. */
const points = (least: number) =>
  z
    .number()
    .min(least)
    .max(20_000)
    .overwrite((value) => Math.round(value * 1_000) / 1_000);

export const FieldInput = z.strictObject({
  id,
  party: id.nullable(),
  kind: z.enum(FIELD_KINDS),
  page: z.number().int().min(0).max(1_999),
  x: points(0),
  y: points(0),
  width: points(6),
  height: points(6),
  label: line(200),
  /** Whether a stamp must be given; signature and initials are always required. */
  required: z.boolean().default(true),
  options: z.array(line(200)).min(1).max(50).optional(),
  multiline: z.boolean().optional(),
  /** Allowed range of a date field; default 1900 to 2100. */
  earliest: z.iso.date().optional(),
  latest: z.iso.date().optional(),
});

export const UploadInput = z.strictObject({
  fileName: fileName(255),
  size: z.number().int().positive(),
});
/** Fields in one document. */
export const MAX_FIELDS = 500;
export const PlaceInput = z.strictObject({ fields: z.array(FieldInput).max(MAX_FIELDS) });
export const ValuesInput = z.strictObject({ values: FilledValues });

/** A field during editing: may lack a label, and its party may have been removed. */
const UnfinishedField = FieldInput.extend({
  label: z.string().max(400),
  options: z.array(z.string().max(400)).max(100).optional(),
  earliest: z.string().max(20).optional(),
  latest: z.string().max(20).optional(),
});

export const SaveInput = z.strictObject({
  /** `draft.version` of the answer being edited; `draft_changed` if it is not the current one. */
  version: z.string().max(200),
  /** Random id of the page that saves, and its save counter: a save that arrives late is ignored. */
  tab: z.string().min(8).max(40),
  turn: z.number().int().min(0),
  fields: z.array(UnfinishedField).max(2 * MAX_FIELDS),
  values: FilledValues,
  /** Also records fields and values in the ledger, as before sending; they must be complete. */
  place: z.boolean().default(false),
});
export const HandOverInput = z.strictObject({
  /** The new owner, as named by the identity provider; default: the caller. */
  to: z
    .strictObject({
      /** Their `sub`, which the console's settings page shows. */
      subject: identifier(254),
      email: emailAddress,
      name: line(120),
    })
    .optional(),
  /** Also every other envelope of its owner, one page per call. */
  all: z.boolean().default(false),
  /** Cursor of the previous answer. */
  cursor: z.string().max(1_000).optional(),
  /** Groups several single calls: the new owner gets one mail for the whole batch. */
  batch: z
    .strictObject({
      /** Random, the same in each call of the batch. */
      id: z.string().regex(/^[\w-]{16,64}$/),
      /** Number of envelopes in the batch. */
      size: z.number().int().min(1).max(100_000),
    })
    .optional(),
});
export const VoidInput = z.strictObject({ reason: line(500) });
export const ContactInput = z.strictObject({ channel: ChannelInput });
export const ListQuery = z.strictObject({
  status: z
    .enum([
      'draft',
      'preparing',
      'signing',
      'signed',
      'completed',
      'declined',
      'voided',
      'expired',
      'failed',
      'purged',
    ])
    .optional(),
  /** Filter over several statuses; a purged envelope stays in its group. */
  group: z.enum(LIST_GROUPS).optional(),
  /** Only envelopes that wait for their owner's signature; `status` and `group` are ignored. */
  waitsFor: z.literal('owner').optional(),
  /**
   * Only envelopes of this `sub`; another employee's need an administrator. A machine may name an e-mail address,
   * and must where it acts for several.
   */
  owner: identifier(254).optional(),
  /**
   * Search words. Each must be the beginning of a word of the envelope's title, its parties' names, addresses
   * and numbers, or its verification code, ignoring case and accents. Newest first; a page may be empty and
   * still have a cursor, because more rows are to be searched.
   */
  search: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(2_000).optional(),
});
