import type * as z from 'zod';
import type {
  TemplateAnswer,
  TemplateSummary,
  TemplateContent as ToldContent,
} from '../../../shared/contract/sender/template-answers.ts';
import {
  mayChange,
  type Template,
  type TemplateContent,
  type TemplateHead,
  type TemplateUser,
  versionOf,
} from '../../../shared/domain/template/template.ts';

type Head = TemplateHead & { readonly id: string };

export const templateSummary = (
  user: TemplateUser,
  head: Head,
): z.input<typeof TemplateSummary> => ({
  ...factsOf(user, head),
  places: [...head.places],
  pages: head.pages,
});

/** A template with the content of one version, and the author of each version. */
export const describeTemplate = (
  user: TemplateUser,
  template: Template,
  content: TemplateContent,
  version?: number,
): z.input<typeof TemplateAnswer> => ({
  ...factsOf(user, template),
  ...toldContent(content),
  shownVersion: versionOf(template, version).number,
  versions: template.versions.map(({ number, at, by }) => ({ number, at, by: by.name })),
});

function factsOf(user: TemplateUser, head: Head) {
  const { id, name, visibility, owner, version, createdAt, updatedAt, archivedAt } = head;
  return {
    ...{ id, name, visibility, owner: { ...owner }, version, createdAt, updatedAt },
    ...(archivedAt !== undefined && { archivedAt }),
    mayChange: mayChange(user, head),
  };
}

const toldContent = (content: TemplateContent): z.input<typeof ToldContent> =>
  structuredClone(content) as z.input<typeof ToldContent>;
