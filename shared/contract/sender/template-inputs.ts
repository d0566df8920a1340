import * as z from 'zod';
import { isEnvelopeId } from '../../domain/envelope/envelope-id.ts';
import { TEMPLATE_VISIBILITIES } from '../../domain/template/template.ts';
import { Language } from '../language.ts';
import { line } from '../text.ts';
import { FilledValues } from '../values.ts';
import {
  ChannelInput,
  EnvelopeInput,
  externalFacts,
  FieldInput,
  MAX_FIELDS,
  ownerName,
  PartyInput,
  partyId,
} from './sender-inputs.ts';

const templateName = line(120);
const visibility = z.enum(TEMPLATE_VISIBILITIES);

/** Default person of a role, unless the use names somebody else. */
const PersonInput = z.strictObject({ name: line(120), channel: ChannelInput });

/** A party's role: everything about it except the person. */
const TemplatePlaceInput = PartyInput.omit({ name: true, channel: true }).extend({
  /** Name of the role, such as "Client". */
  name: line(120),
  /** Channel for which an address or number is asked; a use may give the other kind. */
  channel: z.enum(['email', 'sms']),
  person: PersonInput.optional(),
});

/** A party of the envelope, which becomes the role with the same id. */
const NamedPlaceInput = z.strictObject({
  id: partyId,
  name: line(120),
  /** Keeps the party's person as the role's default person. */
  keepPerson: z.boolean().default(false),
});

const envelope = z.string().refine(isEnvelopeId);

export const NewTemplateInput = z.strictObject({
  /** An envelope, draft or sent, whose document still exists. */
  from: envelope,
  name: templateName,
  visibility,
  /** One item for each party of the envelope. */
  places: z.array(NamedPlaceInput).max(10),
  /** As of a new envelope. */
  owner: ownerName.optional(),
});

const TemplateContentInput = EnvelopeInput.omit({
  parties: true,
  deadlineDate: true,
}).extend({
  places: z.array(TemplatePlaceInput).min(1).max(10),
  fields: z.array(FieldInput).max(MAX_FIELDS),
  /** Values of the company's own fields, by field id. */
  values: FilledValues,
});

export const ChangeTemplateInput = z
  .strictObject({
    /** `version` of the answer being changed; `template_changed` if it is not the current one. */
    version: z.number().int().min(1),
    name: templateName.optional(),
    visibility: visibility.optional(),
    /** All facts with which the document is sent. */
    content: TemplateContentInput.optional(),
    /** Takes the document from another envelope, with that envelope's facts, fields and values. */
    from: envelope.optional(),
    /** Only with `from`. A party that is left out keeps name and person of the role with the same id. */
    places: z.array(NamedPlaceInput).max(10).optional(),
  })
  .refine(({ content, from }) => !(content && from), 'either `content` or `from`');

export const DuplicateTemplateInput = z.strictObject({
  name: templateName,
  visibility: visibility.default('own'),
  /** As of a new envelope. */
  owner: ownerName.optional(),
});

export const ArchiveTemplateInput = z.strictObject({ archived: z.boolean() });

export const UseTemplateInput = EnvelopeInput.pick({
  message: true,
  deadlineDate: true,
  reminderDays: true,
}).extend({
  title: EnvelopeInput.shape.title.optional(),
  deadlineDays: EnvelopeInput.shape.deadlineDays.unwrap().optional(),
  /** People by role id. A role that is left out is filled by its default person. */
  people: z
    .array(PersonInput.extend({ place: partyId, language: Language.optional() }))
    .max(10)
    .default([]),
  /** Values of the company's own fields, which override the template's. */
  values: FilledValues.default({}),
  /** Default: the newest version. */
  version: z.number().int().min(1).optional(),
  ...externalFacts,
  /** As of a new envelope. */
  owner: ownerName.optional(),
  /** Sends at once; if sending is refused, no envelope is created. */
  send: z.boolean().default(false),
});

export const TemplateQuery = z.strictObject({
  version: z.coerce.number().int().min(1).optional(),
});

export const TemplatesQuery = z.strictObject({
  /** `visible`: the company's and the caller's own; `all`: for administrators. */
  of: z.enum(['visible', 'company', 'own', 'all']).default('visible'),
  archived: z.stringbool().default(false),
  /** Whose own ones, for a machine that acts for several. */
  owner: ownerName.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(2_000).optional(),
});
