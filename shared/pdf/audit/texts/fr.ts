import type { AuditTexts } from './audit-texts.ts';

export const french: AuditTexts = {
  title: 'Registre du document',
  lead: 'Tout ce qui a été enregistré jusqu’à l’entrée {seq}. Cette page n’est pas signée et ne prouve rien à elle seule : ses empreintes permettent de la comparer au fichier JSON du registre et au document scellé, qui peuvent être vérifiés.',
  sender: 'Expéditeur',
  deadline: 'Signature possible jusqu’au',
  original: 'Original tel que déposé',
  sealedFile: 'Document scellé',
  parties: 'Parties',
  entries: 'Entrées du registre',
  byEmail: 'par e-mail',
  bySms: 'par SMS',
};
