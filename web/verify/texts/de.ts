import type { Texts } from './texts.ts';

export const de: Texts = {
  skip: 'Zum Inhalt',
  language: 'Sprache',
  lead: 'Hier erfahren Sie, ob ein unterschriebenes Dokument echt ist: anhand der Datei, des auf den Seiten gedruckten Codes oder des QR-Codes.',
  fileTitle: 'Haben Sie die Datei? Prüfen Sie sie',
  fileLead: 'Ziehen Sie das unterschriebene PDF hierher oder wählen Sie es aus.',
  choose: 'PDF auswählen',
  drop: 'Loslassen, um die Datei zu prüfen',
  privacy:
    'Die Datei wird nicht hochgeladen: Sie wird hier auf diesem Gerät geprüft, auch ohne Netz. Das Register wird nur nach ihrer Prüfsumme gefragt.',
  checking: 'Wird geprüft …',
  again: 'Weitere Datei prüfen',
  fault: 'Die Prüfung ist nicht gelungen. Bitte wählen Sie die Datei noch einmal aus.',
  tooSlow:
    'Die Prüfung dieser Datei dauerte zu lange und wurde abgebrochen: Bei einem hier gesiegelten Dokument kommt das nicht vor. Über sie lässt sich nichts sagen.',
  codeTitle: 'Dokument suchen',
  codeWrong: 'Der Code hat 26 Buchstaben und Ziffern: Bitte prüfen Sie, ob er vollständig ist.',
  scan: 'QR-Code scannen',
  scanHint: 'Richten Sie die Kamera auf den QR-Code des Zertifikats am Ende des Dokuments.',
  scanFailed: 'Die Kamera ist nicht verfügbar. Geben Sie den Code von Hand ein.',
  scanForeign: 'Dieser QR-Code gehört zu keinem Dokument dieses Registers.',
  close: 'Schließen',
  verdict: {
    authentic: 'Echt',
    another: 'Echt, aber ein anderes Dokument',
    altered: 'Verändert',
    unknown: 'Unbekannt',
    not_complete: 'Nicht abgeschlossen',
  },
  sentence: {
    authentic:
      'Alle Unterschriften sind gültig, und die Datei ist genau die verzeichnete: Kein Byte hat sich geändert.',
    authenticOffline:
      'Alle Unterschriften sind gültig, und nach dem Siegel wurde nichts geändert. Das Register hat nicht geantwortet: Die Prüfung geschah ohne Netz.',
    authenticByQr:
      'Alle Unterschriften sind gültig, und die Datei ist die, für die der QR-Code bürgt. Das Register hat nicht geantwortet: Die Prüfung geschah ohne Netz.',
    authenticByHash:
      'Die Datei ist genau die verzeichnete. Die einzelnen Unterschriften konnten hier nicht geprüft werden.',
    another:
      'Diese Datei ist echt: Alle Unterschriften sind gültig, und nichts wurde verändert. Sie ist aber nicht das Dokument dieser Seite: Ihr Code steht hier darunter.',
    anotherOffline:
      'Alle Unterschriften dieser Datei sind gültig, aber sie ist nicht das Dokument dieser Seite: Ihr Code steht hier darunter. Das Register hat nicht geantwortet: Geprüft wurde ohne Netz.',
    altered:
      'Die Datei wurde nach dem Unterschreiben verändert oder ist beschädigt: Verlassen Sie sich nicht auf sie.',
    hashDiffers:
      'Die Datei ist nicht die zu diesem Code verzeichnete: Verlassen Sie sich nicht auf sie.',
    qrDiffers:
      'Die Datei ist nicht die, für die der QR-Code bürgt: Verlassen Sie sich nicht auf sie.',
    foreign:
      'Dieses PDF wurde nicht hier gesiegelt oder ist eine neu erstellte Kopie (gedruckt, gescannt oder neu gespeichert): Darüber lässt sich nichts sagen.',
    notPdf: 'Diese Datei ist kein PDF.',
    notThis:
      'Diese Datei ist nicht das unter diesem Code unterschriebene Dokument: Es ist eine andere Datei oder eine neu erstellte Kopie (gedruckt, gescannt oder neu gespeichert).',
    otherCode: 'Diese Datei gehört zu einem anderen Code als dem dieser Seite.',
    unlisted: 'Das Register kennt diese Datei nicht.',
    future:
      'Nach der Uhr dieses Geräts kommt die Datei aus der Zukunft: Prüfen Sie Datum und Uhrzeit und versuchen Sie es noch einmal.',
    untrusted:
      'Die Unterschriften stammen von einer anderen Stelle als der dieses Unternehmens: Darüber lässt sich nichts sagen.',
    open: 'Das Dokument mit diesem Code wurde noch nicht von allen unterschrieben: Eine endgültige Datei gibt es noch nicht.',
    stopped: 'Der Vorgang zu diesem Code wurde beendet: Eine endgültige Datei gibt es nicht.',
  },
  signatures: 'Wer unterschrieben hat',
  sealedBy: 'Gesiegelt von',
  timeStamp: {
    title: 'Elektronischer Zeitstempel',
    own: 'nicht qualifiziert, vom Unternehmen selbst',
    outside: 'von einer externen Stelle',
  },
  stampedAt: 'Zeitstempel:',
  kind: { party: 'Unterschrift', seal: 'Siegel des Unternehmens', timestamp: 'Zeitstempel' },
  file: 'Datei',
  findings: 'Was festgestellt wurde',
  finding: {
    authentic:
      'Jede Unterschrift stimmt, und nach dem Siegel des Unternehmens wurde nichts geändert.',
    hash_differs: 'Die Datei ist nicht die zu diesem Code verzeichnete.',
    appended: 'Nach dem Siegel wurde am Ende der Datei etwas angefügt.',
    file_end: 'Die Datei endet nicht, wo sie sollte: Etwas wurde angefügt oder abgeschnitten.',
    structure: 'Die Datei ist beschädigt oder wurde neu aufgebaut.',
    byte_range: 'Eine Signatur deckt nicht die ganze Datei ab, wie sie beim Signieren war.',
    signature_wrong: 'Eine Signatur passt nicht zur Datei.',
    timestamp_wrong: 'Ein Zeitstempel passt nicht zu dem, was er bestätigen soll.',
    certificate_wrong: 'Ein Zertifikat war beim Signieren nicht gültig.',
    certificate_revoked: 'Ein Zertifikat war beim Signieren gesperrt.',
    revocation_unknown:
      'Nichts in der Datei sagt, ob ein Zertifikat beim Unterschreiben noch gültig war.',
    change_not_allowed: 'Etwas wurde geändert, das nach dem Unterschreiben niemand ändern darf.',
    order: 'Die Signaturen stehen nicht in der vorgesehenen Reihenfolge.',
    incomplete: 'Das abschließende Siegel oder der Zeitstempel fehlt.',
    claim_wrong: 'Was das Siegel über das Dokument sagt, trifft auf diese Datei nicht zu.',
    future: 'Ein Zeitstempel liegt in der Zukunft: Seine Uhr geht falsch oder die dieses Geräts.',
    not_pdf: 'Die Datei ist kein PDF.',
    not_ours: 'Das PDF trägt kein Siegel von Sigillo.',
    untrusted: 'Die Signaturen stammen von einer Stelle, der hier nicht vertraut wird.',
  },
  refusedChanges: 'Unzulässige Änderungen',
  foreignSignature: {
    right:
      'Sie passt zu dem, was sie abdeckt; ob dem Unterzeichner zu trauen ist, wird hier nicht beurteilt.',
    wrong: 'Sie passt nicht zu dem, was sie abdeckt.',
    unreadable: 'Sie ist von einer Art, die hier nicht gelesen wird.',
  },
  register: 'Register',
  registerAsked: 'Hat auf eine Anfrage geantwortet, die nur die Prüfsumme enthielt.',
  registerSilent: 'Hat nicht geantwortet.',
  qr: 'QR-Code',
  qrMatches: 'Bürgt für diese Datei.',
  qrDiffers: 'Bürgt nicht für diese Datei.',
  qrUnread: 'Konnte nicht mit dieser Datei verglichen werden.',
  covers: 'Deckt ab: die ersten',
  issuer: 'Ausgestellt von',
  serialNumber: 'Seriennummer',
  validity: 'Gültigkeit',
  certificate: 'SHA-256 des Zertifikats',
  inRegister: 'Im Register',
  originalOnly: 'Diese Angaben betreffen das Originaldokument, nicht die geprüfte Datei.',
};
