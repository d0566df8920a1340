import * as z from 'zod';
import { isEnvelopeId } from '../../domain/envelope/envelope-id.ts';
import { TEMPLATE_VISIBILITIES } from '../../domain/template/template.ts';
import { Language } from '../language.ts';
import { line } from '../text.ts';
import { FilledValues } from '../values.ts';
import {
  ChannelInput,
  EnvelopeInput,
  FieldInput,
  MAX_FIELDS,
  PartyInput,
  partyId,
} from './sender-inputs.ts';

const templateName = line(120);
const visibility = z.enum(TEMPLATE_VISIBILITIES);

/** Who takes a place unless the use names somebody else. */
const PersonInput = z.strictObject({ name: line(120), channel: ChannelInput });

/** A place for a party: everything of it but the person. */
const TemplatePlaceInput = PartyInput.omit({ name: true, channel: true }).extend({
  /** Of the place, such as "Client". */
  name: line(120),
  /** What a use is asked for; it may give the other kind. */
  channel: z.enum(['email', 'sms']),
  person: PersonInput.optional(),
});

/** A party of the envelope becomes the place of the same id. */
const NamedPlaceInput = z.strictObject({
  id: partyId,
  name: line(120),
  /** Keeps the party's person as who takes the place by default. */
  keepPerson: z.boolean().default(false),
});

const envelope = z.string().refine(isEnvelopeId);

export const NewTemplateInput = z.strictObject({
  /** An envelope, draft or sent, whose document stands. */
  from: envelope,
  name: templateName,
  visibility,
  /** One for each of the envelope's parties. */
  places: z.array(NamedPlaceInput).max(10),
});

const TemplateContentInput = EnvelopeInput.omit({
  parties: true,
  deadlineDate: true,
}).extend({
  places: z.array(TemplatePlaceInput).min(1).max(10),
  fields: z.array(FieldInput).max(MAX_FIELDS),
  /** Of the company's own fields, by field id. */
  values: FilledValues,
});

export const ChangeTemplateInput = z
  .strictObject({
    /** `version` of the answer that was changed; another one is `template_changed`. */
    version: z.number().int().min(1),
    name: templateName.optional(),
    visibility: visibility.optional(),
    /** All that the document is sent with. */
    content: TemplateContentInput.optional(),
    /** Another document, with the facts, fields and values of the envelope that has it. */
    from: envelope.optional(),
    /** With `from`. A party left out keeps the name and person of the place with the same id. */
    places: z.array(NamedPlaceInput).max(10).optional(),
  })
  .refine(({ content, from }) => !(content && from), 'either `content` or `from`');

export const DuplicateTemplateInput = z.strictObject({
  name: templateName,
  visibility: visibility.default('own'),
});

export const ArchiveTemplateInput = z.strictObject({ archived: z.boolean() });

export const UseTemplateInput = EnvelopeInput.pick({
  message: true,
  deadlineDate: true,
  reminderDays: true,
}).extend({
  title: EnvelopeInput.shape.title.optional(),
  deadlineDays: EnvelopeInput.shape.deadlineDays.unwrap().optional(),
  /** By place id. A place left out is taken by its own person. */
  people: z
    .array(PersonInput.extend({ place: partyId, language: Language.optional() }))
    .max(10)
    .default([]),
  /** Of the company's own fields, in place of the template's. */
  values: FilledValues.default({}),
  /** Left out: the newest. */
  version: z.number().int().min(1).optional(),
  /** Sends at once. What may not be sent is not made either. */
  send: z.boolean().default(false),
});

export const TemplateQuery = z.strictObject({
  version: z.coerce.number().int().min(1).optional(),
});

export const TemplatesQuery = z.strictObject({
  /** `visible` are the company's and the caller's own, `all` is for administrators. */
  of: z.enum(['visible', 'company', 'own', 'all']).default('visible'),
  archived: z.stringbool().default(false),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(2_000).optional(),
});
