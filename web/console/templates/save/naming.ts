import type { FieldError } from '../../../ui/use-errors.ts';
import type { Envelope, NewTemplate, Party, TemplateSummary } from '../../sender-api.ts';
import type { TemplateTexts } from '../texts/texts.ts';

/** How an envelope is called as a template. */
export interface Naming {
  /** Id of the template whose next version it is; empty: a new one. */
  readonly target: string;
  readonly name: string;
  readonly visibility: NewTemplate['visibility'];
  /** By party id. */
  readonly places: Readonly<Record<string, { readonly name: string; readonly keep: boolean }>>;
}

const MAX_LETTERS = 120;

/** The company's signers are kept, because they sign each time; the other roles are to be renamed. */
export const firstNaming = ({ title, parties }: Envelope, { save }: TemplateTexts): Naming => ({
  target: '',
  name: [...title].slice(0, MAX_LETTERS).join(''),
  visibility: 'own',
  places: Object.fromEntries(
    parties.map((party) => [
      party.id,
      { name: placeName(party, parties, save.names), keep: party.role === 'director' },
    ]),
  ),
});

/** "Client", or "Client 2" where there are several. */
function placeName(
  { id, role }: Party,
  parties: readonly Party[],
  names: Readonly<Record<Party['role'], string>>,
): string {
  const side = parties.filter((one) => one.role === role);
  const number = side.findIndex((one) => one.id === id) + 1;
  return side.length > 1 ? `${names[role]} ${number}` : names[role];
}

/** Naming for the next version of an existing template. */
export const nextVersionOf = (naming: Naming, template: TemplateSummary): Naming => ({
  ...naming,
  target: template.id,
  name: template.name,
  visibility: template.visibility,
  places: Object.fromEntries(
    Object.entries(naming.places).map(([id, place]) => {
      const same = template.places.find((one) => one.id === id);
      return [id, { ...place, ...(same && { name: same.name }) }];
    }),
  ),
});

export const namingProblems = (
  { name, places }: Naming,
  parties: readonly Party[],
  { save }: TemplateTexts,
): FieldError[] => [
  ...(name.trim() ? [] : [{ id: 'template-name', message: save.nameMissing }]),
  ...parties
    .filter(({ id }) => !places[id]?.name.trim())
    .map((party) => ({ id: `place-${party.id}`, message: save.placeMissing(party.name) })),
];

export const templateOf = (
  from: string,
  { name, visibility, places }: Naming,
): Required<Omit<NewTemplate, 'owner'>> => ({
  ...{ from, name: name.trim(), visibility },
  places: Object.entries(places).map(([id, place]) => ({
    ...{ id, name: place.name.trim() },
    keepPerson: place.keep,
  })),
});
