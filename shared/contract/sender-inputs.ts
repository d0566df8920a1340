import * as z from 'zod';
import { LIST_GROUPS } from '../domain/envelope/list-group.ts';
import { FIELD_KINDS } from '../domain/fields/field.ts';
import { emailAddress } from './email-address.ts';
import { Language } from './language.ts';
import { fileName, identifier, line, lines } from './text.ts';
import { FilledValues } from './values.ts';

/** `constructor` would be found in an object that has no such property of its own. */
const id = z.string().regex(/^(?!constructor$)[a-z0-9]{1,12}$/);

export const ChannelInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('email'),
    address: emailAddress,
  }),
  z.strictObject({ kind: z.literal('sms'), number: z.string().regex(/^\+[1-9]\d{6,14}$/) }),
]);

export const PartyInput = z.strictObject({
  /** `sender` is the employee, in whatever names who was written to. */
  id: id.refine((name) => name !== 'sender'),
  role: z.enum(['director', 'client']),
  /** Parties with the same number act in parallel; lower numbers first. */
  turn: z.number().int().min(0).max(9),
  name: line(120),
  channel: ChannelInput,
  language: Language,
  /**
   * Is asked for the company's stamp: sending is refused while there is no stamp field for this party. It may be
   * left out if none of those fields is `required`.
   */
  stamps: z.boolean().optional(),
});

export const EnvelopeInput = z.strictObject({
  title: line(200),
  language: Language,
  message: lines(2_000).optional(),
  parties: z.array(PartyInput).min(1).max(10),
  /** Days of 24 hours; the reminders count from each party's invitation. */
  deadlineDays: z.number().int().min(1).max(60).default(14),
  /**
   * In place of `deadlineDays`: until the end (23:59:59) of that day in the company's zone, from tomorrow to
   * 60 days from today.
   */
  deadlineDate: z.iso.date().optional(),
  /** Left out: 3 and 7, as far as they come before the deadline. */
  reminderDays: z.array(z.number().int().min(1).max(59)).max(10).optional(),
});

export const EditInput = EnvelopeInput.extend({
  /** `draft.version` of the answer that was changed; another one is `draft_changed`. Left out: any. */
  version: z.string().max(200).optional(),
});

/** PDF points, kept to the thousandth: DynamoDB refuses numbers under 1e-130. */
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
  /** Of a stamp: whether it must be put. Signature and initials are always put. */
  required: z.boolean().default(true),
  options: z.array(line(200)).min(1).max(50).optional(),
  multiline: z.boolean().optional(),
  /** Of a date: the days that it takes, where 1900 to 2100 is not the right range. */
  earliest: z.iso.date().optional(),
  latest: z.iso.date().optional(),
});

export const UploadInput = z.strictObject({
  fileName: fileName(255),
  size: z.number().int().positive(),
});
/** In one document. */
export const MOST_FIELDS = 500;
export const PlaceInput = z.strictObject({ fields: z.array(FieldInput).max(MOST_FIELDS) });
export const ValuesInput = z.strictObject({ values: FilledValues });

/** A field while it is worked on: it may lack a name, and belong to a party that is no more. */
const UnfinishedField = FieldInput.extend({
  label: z.string().max(400),
  options: z.array(z.string().max(400)).max(100).optional(),
  earliest: z.string().max(20).optional(),
  latest: z.string().max(20).optional(),
});

export const SaveInput = z.strictObject({
  /** `draft.version` of the answer that was changed; another one is `draft_changed`. */
  version: z.string().max(200),
  /** Names the page that saves, at random; it counts its saves. A save that comes late changes nothing. */
  tab: z.string().min(8).max(40),
  turn: z.number().int().min(0),
  fields: z.array(UnfinishedField).max(2 * MOST_FIELDS),
  values: FilledValues,
  /** Also place and fill in, as is done when the envelope is sent: nothing may be unfinished then. */
  place: z.boolean().default(false),
});
export const HandOverInput = z.strictObject({
  /** As the identity provider names them; left out: whoever asks. */
  to: z
    .strictObject({
      /** The `sub` of their tokens, which the settings page shows to each. */
      subject: identifier(254),
      email: emailAddress,
      name: line(120),
    })
    .optional(),
  /** Also every other envelope of its owner, a page at a time. */
  all: z.boolean().default(false),
  /** Of the answer before, while there are more. */
  cursor: z.string().max(1_000).optional(),
  /** Of one that is handed over together with others, call by call: the new owner gets one mail for all of them. */
  batch: z
    .strictObject({
      /** Chosen at random, the same in each of these calls. */
      id: z.string().regex(/^[\w-]{16,64}$/),
      /** How many they are. */
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
  /** Several statuses; what was removed is where it was before. */
  group: z.enum(LIST_GROUPS).optional(),
  /** The subject of an employee's tokens: theirs alone. Another's is an administrator's to ask for. */
  owner: identifier(254).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(2_000).optional(),
});
