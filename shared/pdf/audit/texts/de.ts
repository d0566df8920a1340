import type { AuditTexts } from './audit-texts.ts';

export const german: AuditTexts = {
  title: 'Protokoll des Dokuments',
  lead: 'Alles, was bis zum Eintrag {seq} aufgezeichnet wurde. Diese Seite ist nicht signiert und beweist für sich allein nichts: Mit den Prüfsummen lässt sie sich mit der JSON-Datei des Protokolls und dem gesiegelten Dokument vergleichen, die geprüft werden können.',
  sender: 'Absender',
  deadline: 'Kann unterschrieben werden bis',
  original: 'Original wie hochgeladen',
  sealedFile: 'Gesiegeltes Dokument',
  parties: 'Parteien',
  entries: 'Einträge des Protokolls',
  byEmail: 'per E-Mail',
  bySms: 'per SMS',
};
