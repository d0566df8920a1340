import type { Language } from '../envelope/party.ts';

export const COLUMN_PARTS = ['title', 'name', 'address', 'number', 'language'] as const;
export type ColumnPart = (typeof COLUMN_PARTS)[number];

/** What columns are called; read in any language, written in the reader's. */
export const COLUMN_WORDS: Readonly<Record<Language, Readonly<Record<ColumnPart, string>>>> = {
  it: {
    title: 'Titolo del documento',
    name: 'nome',
    address: 'e-mail',
    number: 'cellulare',
    language: 'lingua',
  },
  en: {
    title: 'Title of the document',
    name: 'name',
    address: 'e-mail',
    number: 'mobile number',
    language: 'language',
  },
  de: {
    title: 'Titel des Dokuments',
    name: 'Name',
    address: 'E-Mail',
    number: 'Mobilnummer',
    language: 'Sprache',
  },
  fr: {
    title: 'Titre du document',
    name: 'nom',
    address: 'e-mail',
    number: 'portable',
    language: 'langue',
  },
  es: {
    title: 'Título del documento',
    name: 'nombre',
    address: 'correo',
    number: 'móvil',
    language: 'idioma',
  },
};
