import * as z from 'zod';
import { REMOVED_PARTS } from '../../domain/envelope/removed-part.ts';
import { TEMPLATE_VISIBILITIES } from '../../domain/template/template.ts';
import { Language } from '../language.ts';
import { Channel, PlacedField } from './sender-answers.ts';

const instant = z.string();
const role = z.enum(['director', 'client']);

export const TemplateSummary = z.object({
  id: z.string(),
  name: z.string(),
  visibility: z.enum(TEMPLATE_VISIBILITIES),
  owner: z.object({ subject: z.string(), name: z.string() }),
  /** Number of the newest version. */
  version: z.number(),
  createdAt: instant,
  updatedAt: instant,
  archivedAt: instant.optional(),
  places: z.array(z.object({ id: z.string(), name: z.string(), role, turn: z.number() })),
  /** Pages of the document. */
  pages: z.number(),
  /** Whether the caller may change, archive and delete it. */
  mayChange: z.boolean(),
});
export type TemplateSummary = z.output<typeof TemplateSummary>;

const Place = z.object({
  id: z.string(),
  name: z.string(),
  role,
  turn: z.number(),
  stamps: z.boolean().optional(),
  language: Language,
  channel: z.enum(['email', 'sms']),
  person: z.object({ name: z.string(), channel: Channel }).optional(),
});

/** Template content, stored under a version's hash. */
export const TemplateContent = z.object({
  title: z.string(),
  language: Language,
  message: z.string().optional(),
  places: z.array(Place),
  deadlineDays: z.number(),
  reminderDays: z.array(z.number()),
  fields: z.array(PlacedField),
  /** Values of the company's own fields, by field id. */
  values: z.record(z.string(), z.union([z.string(), z.boolean()])),
  document: z.object({
    name: z.string(),
    sha256: z.string(),
    length: z.number(),
    pages: z.array(z.object({ width: z.number(), height: z.number() })),
    removed: z.array(z.enum(REMOVED_PARTS)),
  }),
});
export type TemplateContent = z.output<typeof TemplateContent>;

export const TemplateAnswer = TemplateSummary.omit({ places: true, pages: true })
  .extend(TemplateContent.shape)
  .extend({
    /** The version shown. */
    shownVersion: z.number(),
    /** Each change, with who made it; newest last. */
    versions: z.array(z.object({ number: z.number(), at: instant, by: z.string() })),
  });
export type TemplateAnswer = z.output<typeof TemplateAnswer>;

export const TemplatesAnswer = z.object({
  items: z.array(TemplateSummary),
  cursor: z.string().optional(),
});
