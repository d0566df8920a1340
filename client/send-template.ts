import type { TemplateAnswer, UseTemplateInput } from './api-types.ts';
import { answered, type Sigillo } from './client.ts';
import type { Person } from './person.ts';

export interface TemplateToSend {
  readonly template: string;
  readonly people: readonly Person[];
  readonly facts: Omit<UseTemplateInput, 'people' | 'send' | 'values'>;
  /** Values of the company's own fields, by id or label. */
  readonly values: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly isDraft: boolean;
}

/** What is asked does not fit the template: a role or a field that it does not have. */
export class Unfitting extends Error {
  override readonly name = 'Unfitting';
}

/** Sends a template to people, by its roles' names or ids. Returns the envelope's id. */
export async function sendTemplate(sigillo: Sigillo, use: TemplateToSend): Promise<string> {
  const path = { id: use.template };
  const template = await answered(sigillo.GET('/templates/{id}', { params: { path } }));
  const { facts, headers, isDraft } = use;
  const people = use.people.map(({ role, ...person }) => ({
    ...person,
    place: idOf('role', template.places, role),
  }));
  const values = valuesOf(template, use.values);
  const body = { ...facts, people, values, send: !isDraft };
  const call = { params: { path, header: headers }, headers, body };
  return (await answered(sigillo.POST('/templates/{id}/envelopes', call))).id;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function idOf(kind: string, all: readonly Named[], asked: string): string {
  const same = (text: string) => text.toLowerCase() === asked.toLowerCase();
  const found = all.find(({ id }) => same(id)) ?? all.find(({ name }) => same(name));
  if (found) return found.id;
  const names = all.map(({ name }) => name).join(', ') || 'none';
  throw new Unfitting(`The template has no ${kind} “${asked}”. It has: ${names}`);
}

function valuesOf({ fields }: TemplateAnswer, values: Readonly<Record<string, string>>) {
  const own = fields.filter(({ party }) => party === null);
  const named = own.map(({ id, label }) => ({ id, name: label }));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const id = idOf('field', named, name);
      const isBox = own.find((field) => field.id === id)?.kind === 'checkbox';
      return [id, isBox ? value === 'true' : value];
    }),
  );
}
