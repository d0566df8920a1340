import type { CertificateTexts } from './texts.ts';

export const de = {
  locale: 'de-DE',
  title: 'Echtheitszertifikat',
  subtitle:
    'Elektronische Signaturen mit Einmalcode – gilt nur mit dem elektronischen Siegel von {company}',
  document: 'Dokument',
  code: 'Prüfcode',
  pages: 'Seiten',
  created: 'Angelegt',
  sent: 'Versandt',
  sealed: 'Gesiegelt',
  signatures: 'Unterschriften',
  role: { director: 'Für das Unternehmen', client: 'Vertragspartner' },
  channel: {
    email: { to: 'Code per E-Mail an', alone: 'Code per E-Mail' },
    sms: { to: 'Code per SMS an', alone: 'Code per SMS' },
  },
  method: {
    typed: 'Unterschrift: getippter Name',
    drawn: 'Unterschrift: von Hand gezeichnet',
    image: 'Unterschrift: Bild',
  },
  withStamp: 'mit Stempel',
  address: 'IP-Adresse',
  timeline: 'Ablauf',
  repeated: 'bei Wiederholung das letzte Mal',
  times: '({n}-mal)',
  moment: {
    invited: 'Eingeladen',
    undelivered: 'Nicht zugestellt',
    misdirected: 'Gemeldet: falscher Empfänger',
    reminded: 'Erinnert',
    corrected: 'Kontakt geändert',
    invitedAgain: 'Erneut eingeladen',
    opened: 'Dokument geöffnet',
    consented: 'Bedingungen angenommen',
    codeSent: 'Code gesendet',
    codeWrong: 'Falscher Code',
    confirmed: 'Code bestätigt',
    signed: 'Unterschrieben',
  },
  fingerprints: 'SHA-256-Prüfsummen',
  original: 'Hochgeladenes Original',
  prepared: 'Dokument, wie es gezeigt wurde',
  beforeSeal: 'Mit allen Unterschriften, vor dem Siegel',
  ledgerHead: 'Letzter Eintrag des Protokolls',
  extent:
    'Das Protokoll hat bis zum Siegel {entries} Einträge. Die Prüfsumme vor dem Siegel ist die der ersten {bytes} Bytes dieser Datei.',
  verify: 'So wird geprüft',
  scan: 'Scannen Sie den QR-Code mit dem Telefon: Sie sehen, ob dieses Dokument verzeichnet ist und wer unterschrieben hat.',
  visit:
    'Oder öffnen Sie {url} und geben Sie den Prüfcode ein. Wählen Sie dort die Datei, um jede Unterschrift zu prüfen; die Datei verlässt Ihr Gerät nicht.',
  offline:
    'Der QR-Code enthält auch eine mit dem Siegelschlüssel signierte Erklärung: Sie genügt, um die Datei ohne Netz zu prüfen.',
  nature:
    'Jede hier genannte Person hat mit einer elektronischen Signatur unterschrieben, bestätigt durch einen an sie gesandten Einmalcode; danach hat {company} das Dokument gesiegelt. Nach der ersten Unterschrift kamen nur Felder, Unterschriften, Stempel und dieses Zertifikat hinzu.',
  page: 'Seite {n} von {total}',
  range: '{from}–{to} von {total}',
} as const satisfies CertificateTexts;
