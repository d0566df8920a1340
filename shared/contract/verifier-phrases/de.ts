import type { VerifierPhrases } from './verifier-phrases.ts';

export const german: VerifierPhrases = {
  title: 'Dokument prüfen',
  onRecord: 'Dieser Code ist registriert',
  notYetProof:
    'Der Code allein beweist nicht, dass das Papier oder die Datei vor Ihnen echt ist: Ein Code lässt sich abschreiben. Sicherheit gibt erst die Prüfung der Datei; haben Sie nur das Papier, vergleichen Sie es mit dem, was hier registriert ist, und lassen Sie sich die Datei geben.',
  documentTitle: 'Titel',
  reasons: {
    authentic:
      'Die SHA-256-Prüfsumme der Datei ist die beim Abschluss verzeichnete: Kein Byte hat sich geändert.',
    altered:
      'Der Code ist bekannt, aber die SHA-256-Prüfsumme der Datei ist nicht die des unterschriebenen Dokuments: Die Datei wurde verändert, oder es ist eine andere Datei.',
    unknownCode: 'Zu diesem Code gibt es kein Dokument.',
    unknownFile:
      'Kein unterschriebenes Dokument hat diese SHA-256-Prüfsumme. Mit dem Code, der auf den Seiten steht, lässt sich feststellen, ob die Datei verändert wurde.',
    open: 'Das Dokument mit diesem Code wurde noch nicht von allen unterschrieben: Eine endgültige Datei gibt es noch nicht.',
    stopped: 'Der Vorgang zu diesem Code wurde beendet: Eine endgültige Datei gibt es nicht.',
  },
  status: {
    open: 'Wartet auf Unterschriften',
    completed: 'Unterschrieben und gesiegelt',
    declined: 'Von einer Person abgelehnt',
    voided: 'Vom Absender zurückgezogen',
    expired: 'Frist ohne alle Unterschriften abgelaufen',
    failed: 'Durch einen Fehler abgebrochen',
  },
  role: { director: 'für das Unternehmen', client: 'Vertragspartner' },
  code: 'Code',
  company: 'Unternehmen',
  created: 'Angelegt',
  sent: 'Versandt',
  closed: 'Mit dem Siegel des Unternehmens abgeschlossen',
  available: 'Unter seinem Link verfügbar bis',
  removed: 'Wie vorgesehen entfernt am',
  stillVerifiable:
    'Das Dokument wurde wie vorgesehen entfernt. Wer eine Kopie aufbewahrt hat, kann sie weiterhin prüfen.',
  signers: 'Unterzeichnende',
  signed: 'unterschrieben am',
  waiting: 'noch nicht unterschrieben',
  notSigned: 'nicht unterschrieben',
  size: 'Größe',
  bytes: 'Bytes',
  fingerprint: 'SHA-256-Prüfsumme',
  compare:
    'Um eine Datei ohne diese Seite zu prüfen, berechnen Sie ihre SHA-256-Prüfsumme und vergleichen sie mit der hier angegebenen.',
  authority: 'Zertifikat der Stelle, die die Signaturzertifikate ausgestellt hat',
  names:
    'Die Namen sind aus Gründen der Vertraulichkeit abgekürzt: Vollständig stehen sie im Dokument.',
  unknown: 'Unbekanntes Dokument',
  unknownHint:
    'Prüfen Sie den Code: 26 Buchstaben und Ziffern, in Fünfergruppen auf jeder Seite gedruckt.',
  nowhere: 'Hier ist nichts',
  nowhereHint:
    'Diese Adresse führt zu keiner Seite. Um ein Dokument zu prüfen, geben Sie hier seinen Code ein oder prüfen Sie seine Datei.',
  askCode: 'Prüfcode',
  codeHint: '26 Buchstaben und Ziffern, in Fünfergruppen auf jeder Seite gedruckt.',
  show: 'Anzeigen',
  details: 'Einzelheiten für Fachleute',
  needsScript:
    'Um auf dieser Seite eine Datei zu prüfen, braucht es JavaScript und einen neueren Browser: ab Safari 17, Firefox 128, Chrome oder Edge 111, Samsung Internet 22.',
};
