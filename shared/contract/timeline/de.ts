import { plural } from '../../domain/text/plural.ts';
import type { TimelinePhrases } from './timeline-phrases.ts';

const count = (number: number, one: string, other: string) => plural('de', number, { one, other });

export const german: TimelinePhrases = {
  created: (name) => `${name} hat den Entwurf angelegt`,
  edited: 'Der Entwurf wurde geändert',
  accepted: (file) => `${file} wurde geprüft und angenommen`,
  refused: (file) => `${file} wurde abgelehnt`,
  placed: (number) => count(number, '# Feld gesetzt', '# Felder gesetzt'),
  filled: 'Die Werte des Unternehmens wurden ausgefüllt',
  discarded: 'Der Entwurf wurde gelöscht',
  sent: (deadline) => `Gesendet; Unterschrift möglich bis zum ${deadline}`,
  prepared: 'Das Dokument ist bereit zur Unterschrift',
  invited: (name) => `Einladung an ${name}`,
  reminderSent: (name) => `Erinnerung an ${name}`,
  opened: (name) => `${name} hat das Dokument geöffnet`,
  shown: {
    drawn: (name) => `${name} hat das Dokument auf der Seite gesehen`,
    pdf: (name) => `${name} hat das Dokument als PDF geöffnet`,
  },
  consented: (name) => `${name} hat die Bedingungen angenommen`,
  codeSent: (name, channel) => `Code an ${name} gesendet (${channel})`,
  codeWrong: (name, left) =>
    `${name} hat einen falschen Code eingegeben (${count(left, 'noch # Versuch', 'noch # Versuche')})`,
  codeRight: (name) => `${name} hat mit dem Code bestätigt`,
  signed: (name) => `${name} hat unterschrieben`,
  appended: (name) => `Die Unterschrift von ${name} wurde in das Dokument eingefügt`,
  declined: (name, reason) => `${name} hat abgelehnt: ${reason}`,
  notMine: (name) =>
    `Wer den Link von ${name} hat, sagt, dass er nicht für ihn oder sie bestimmt ist`,
  lockedOut: (name) => `${name} kann keine Codes mehr erhalten und bittet um eine neue Einladung`,
  codeToDeclineSent: (name, channel) => `Code zum Ablehnen an ${name} gesendet (${channel})`,
  codeToDeclineRight: (name) => `${name} hat mit dem Code zum Ablehnen bestätigt`,
  voided: (reason) => `Vorgang zurückgezogen: ${reason}`,
  reminded: (name) => `Erinnerung an ${name} angefordert`,
  resent: (name) => `Neue Einladung für ${name}; frühere Links gelten nicht mehr`,
  corrected: (name, channel) => `Kontakt von ${name} korrigiert: ${channel}`,
  handedOver: (name) => `An ${name} übergeben`,
  expired: 'Die Zeit zum Unterschreiben ist abgelaufen',
  failed: 'Ein Fehler hat das Dokument angehalten',
  completed: 'Dokument abgeschlossen und gesiegelt',
  delivered: (name) => `Unterschriebenes Dokument an ${name} gesendet`,
  copied: (name, address) =>
    `Kopie des unterschriebenen Dokuments an ${name} (${address}) gesendet`,
  told: (name) => `Nachricht über das Ende an ${name} gesendet`,
  deliveryDelayed: (name) =>
    `Eine Nachricht an ${name} verspätet sich oder wurde automatisch beantwortet`,
  markedAsSpam: (name) => `Eine Nachricht an ${name} wurde als Spam gemeldet`,
  deliveryFailed: (name) => `Eine Nachricht an ${name} kam nicht an`,
  notSentYet: (name) =>
    `Eine Nachricht an ${name} konnte noch nicht gesendet werden; es wird weiter versucht`,
  stalled: 'Die Bearbeitung steht wegen eines Fehlers still',
  restarted: 'Die Bearbeitung geht weiter',
  purged: 'Dokument entfernt',
  erased: 'Die personenbezogenen Daten wurden auf Antrag einer betroffenen Person gelöscht',
};
