import type { Channel, Language, Party, PartyId } from '../envelope/party.ts';
import type { RemovedPart } from '../envelope/removed-part.ts';
import { Refusal } from '../errors.ts';
import type { Field, Values } from '../fields/field.ts';
import type { PageSize } from '../fields/field-layout.ts';
import type { Owner } from '../ledger/entries.ts';

/** The company's: every employee uses it. Own: its owner and administrators alone know of it. */
export const TEMPLATE_VISIBILITIES = ['company', 'own'] as const;
export type TemplateVisibility = (typeof TEMPLATE_VISIBILITIES)[number];

/** A party's role without a person, who is named when the template is used. */
export interface Place extends Omit<Party, 'name' | 'channel'> {
  readonly id: PartyId;
  /** Name of the role, such as "Client". */
  readonly name: string;
  /** How its person is reached, unless a use says otherwise. */
  readonly channel: Channel['kind'];
  /** Default person for the role. */
  readonly person?: Person | undefined;
}

export type Person = Pick<Party, 'name' | 'channel'>;

/** A PDF that intake accepted once; `sha256` names its copy beside the template. */
export interface TemplateDocument {
  readonly name: string;
  readonly sha256: string;
  readonly length: number;
  readonly pages: readonly PageSize[];
  readonly removed: readonly RemovedPart[];
}

/** All that a version has. It is never changed: another content is another version. */
export interface TemplateContent {
  readonly title: string;
  readonly language: Language;
  readonly message?: string | undefined;
  readonly places: readonly Place[];
  readonly deadlineDays: number;
  readonly reminderDays: readonly number[];
  readonly fields: readonly Field[];
  /** Values of the company's own fields, by field id. */
  readonly values: Values;
  readonly document: TemplateDocument;
}

export interface TemplateVersion {
  /** From 1. */
  readonly number: number;
  /** SHA-256 of its content, under which that is stored. */
  readonly content: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: TemplateAuthor;
}

/** The employee who made a version. */
export type TemplateAuthor = Pick<Owner, 'subject' | 'name'>;

/** A template's data in lists. */
export interface TemplateHead {
  readonly name: string;
  readonly visibility: TemplateVisibility;
  readonly owner: TemplateAuthor;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt?: string | undefined;
  /** Of the newest version. */
  readonly version: number;
  readonly places: readonly Pick<Place, 'id' | 'name' | 'role' | 'turn'>[];
  readonly pages: number;
}

export interface Template extends TemplateHead {
  readonly id: string;
  /** Counts its changes. */
  readonly seq: number;
  /** Versions in order; empty while the template is being created. */
  readonly versions: readonly TemplateVersion[];
  /**
   * ISO 8601 instant since which the template is hidden, because it is being created or was deleted. If it stays
   * hidden, it is removed with its document.
   */
  readonly unlistedAt?: string | undefined;
}

/** The caller. */
export interface TemplateUser {
  readonly subject: string;
  readonly isAdministrator: boolean;
}

export const mayChange = (user: TemplateUser, { owner }: Pick<Template, 'owner'>): boolean =>
  user.isAdministrator || owner.subject === user.subject;

/** Refuses `template_unknown` to whom its owner does not show it, so that ids cannot be probed. */
export function assertSeesTemplate(
  user: TemplateUser,
  template: Template | undefined,
): asserts template is Template {
  const isKnown = template !== undefined && template.unlistedAt === undefined;
  if (!isKnown || !(template.visibility === 'company' || mayChange(user, template)))
    throw new Refusal('template_unknown');
}

/** Refuses `forbidden` to who may use it and nothing else. */
export function assertMayChange(
  user: TemplateUser,
  template: Template | undefined,
): asserts template is Template {
  assertSeesTemplate(user, template);
  if (!mayChange(user, template)) throw new Refusal('forbidden');
}

export function assertNotArchived({ archivedAt }: Pick<Template, 'archivedAt'>): void {
  if (archivedAt !== undefined) throw new Refusal('template_archived', { at: archivedAt });
}

/** The newest version, or that of a number. */
export function versionOf(
  { versions }: Pick<Template, 'versions'>,
  number?: number,
): TemplateVersion {
  const version =
    number === undefined ? versions.at(-1) : versions.find((each) => each.number === number);
  if (!version) throw new Refusal('template_unknown');
  return version;
}
