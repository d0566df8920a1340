import type { AuditTexts } from './audit-texts.ts';

export const spanish: AuditTexts = {
  title: 'Registro del documento',
  lead: 'Todo lo que se ha registrado hasta la entrada {seq}. Esta página no está firmada y por sí sola no prueba nada: sus huellas permiten compararla con el archivo JSON del registro y con el documento sellado, que se pueden comprobar.',
  sender: 'Remitente',
  deadline: 'Se puede firmar hasta',
  original: 'Original tal como se subió',
  sealedFile: 'Documento sellado',
  parties: 'Partes',
  entries: 'Entradas del registro',
  byEmail: 'por correo electrónico',
  bySms: 'por SMS',
};
