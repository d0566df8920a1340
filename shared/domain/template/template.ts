import type { Channel, Language, Party, PartyId } from '../envelope/party.ts';
import type { RemovedPart } from '../envelope/removed-part.ts';
import { Refusal } from '../errors.ts';
import type { Field, Values } from '../fields/field.ts';
import type { PageSize } from '../fields/field-layout.ts';
import type { Owner } from '../ledger/entries.ts';
import { type Asker, owns } from '../token/owns.ts';

/** `company`: every employee may use it. `own`: visible to its owner and administrators only. */
export const TEMPLATE_VISIBILITIES = ['company', 'own'] as const;
export type TemplateVisibility = (typeof TEMPLATE_VISIBILITIES)[number];

/** A party's role without a person, who is named when the template is used. */
export interface Place extends Omit<Party, 'name' | 'channel'> {
  readonly id: PartyId;
  /** Name of the role, such as "Client". */
  readonly name: string;
  /** Default channel of the role's person. */
  readonly channel: Channel['kind'];
  /** Default person for the role. */
  readonly person?: Person | undefined;
}

export type Person = Pick<Party, 'name' | 'channel'>;

/** A PDF accepted by intake; `sha256` names its copy beside the template. */
export interface TemplateDocument {
  readonly name: string;
  readonly sha256: string;
  readonly length: number;
  readonly pages: readonly PageSize[];
  readonly removed: readonly RemovedPart[];
}

/** Content of a version. Immutable: a change makes a new version. */
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
  /** SHA-256 of its content, which is stored under it. */
  readonly content: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: TemplateAuthor;
}

/** The employee who created a version. */
export type TemplateAuthor = Pick<Owner, 'subject' | 'name'>;

/** A template's data in lists. */
export interface TemplateHead {
  readonly name: string;
  readonly visibility: TemplateVisibility;
  readonly owner: TemplateAuthor;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt?: string | undefined;
  /** Number of the newest version. */
  readonly version: number;
  readonly places: readonly Pick<Place, 'id' | 'name' | 'role' | 'turn'>[];
  readonly pages: number;
}

export interface Template extends TemplateHead {
  readonly id: string;
  /** Number of changes, for conditional writes. */
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
export interface TemplateUser extends Asker {
  readonly isAdministrator: boolean;
}

export const mayChange = (user: TemplateUser, { owner }: Pick<Template, 'owner'>): boolean =>
  user.isAdministrator || owns(user, owner.subject);

/** Refuses `template_unknown` to everyone who may not see it, so that ids cannot be probed. */
export function assertSeesTemplate(
  user: TemplateUser,
  template: Template | undefined,
): asserts template is Template {
  const isKnown = template !== undefined && template.unlistedAt === undefined;
  if (!isKnown || !(template.visibility === 'company' || mayChange(user, template)))
    throw new Refusal('template_unknown');
}

/** Refuses `forbidden` to callers who may only use it. */
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

/** The version of that number, or the newest. */
export function versionOf(
  { versions }: Pick<Template, 'versions'>,
  number?: number,
): TemplateVersion {
  const version =
    number === undefined ? versions.at(-1) : versions.find((each) => each.number === number);
  if (!version) throw new Refusal('template_unknown');
  return version;
}
