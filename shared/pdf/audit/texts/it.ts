import type { AuditTexts } from './audit-texts.ts';

export const italian: AuditTexts = {
  title: 'Registro del documento',
  lead: 'Tutto ciò che è stato registrato fino alla voce {seq}. Questa pagina non è firmata e da sola non prova nulla: le impronte permettono di confrontarla con il file JSON del registro e con il documento sigillato, che si possono controllare.',
  sender: 'Mittente',
  deadline: 'Firmabile fino a',
  original: 'Originale caricato',
  sealedFile: 'Documento sigillato',
  parties: 'Parti',
  entries: 'Voci del registro',
  byEmail: 'via e-mail',
  bySms: 'via SMS',
};
