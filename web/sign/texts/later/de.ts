import { plural } from '../../../../shared/domain/text/plural.ts';
import type { LaterTexts } from './later-texts.ts';

export const de: LaterTexts = {
  code: {
    title: 'Code eingeben',
    sentTo: (channel) => `Wir haben einen sechsstelligen Code an ${channel} gesendet.`,
    label: 'Sechsstelliger Code',
    hint: 'Sie können ihn auch einfügen.',
    timeLeft: (clock) => `Noch ${clock} gültig`,
    minutesLeft: (minutes) =>
      plural('de', minutes, { one: 'Noch # Minute gültig', other: 'Noch # Minuten gültig' }),
    late: 'Der Code ist abgelaufen. Lassen Sie sich einen neuen senden.',
    confirm: 'Bestätigen',
    again: 'Neuen Code senden',
    againIn: (seconds) =>
      plural('de', seconds, {
        one: 'Neuer Code in # Sekunde',
        other: 'Neuer Code in # Sekunden',
      }),
    againInMinutes: (minutes) =>
      plural('de', minutes, { one: 'Neuer Code in # Minute', other: 'Neuer Code in # Minuten' }),
    empty: 'Geben Sie die sechs Ziffern des Codes ein.',
    sentAgain: (channel) =>
      `Wir haben einen neuen Code an ${channel} gesendet. Der frühere gilt nicht mehr.`,
    tellSender: 'Absender benachrichtigen',
    senderTold: (sender) => `Wir haben ${sender} benachrichtigt. Sie erhalten einen neuen Link.`,
    inviteYourself: 'In der Konsole können Sie sich selbst eine neue Einladung senden.',
  },
  confirmation: {
    ending: (time) =>
      `Ihre Bestätigung mit dem Code gilt bis ${time} Uhr. Es geht nichts verloren: Schließen Sie bis dahin ab, oder bestätigen Sie erneut mit einem neuen Code.`,
    ended:
      'Ihre Bestätigung mit dem Code ist abgelaufen. Es ist nichts verloren: Was Sie eingegeben haben, ist noch hier. Um fortzufahren, bestätigen Sie erneut mit einem neuen Code.',
    again: 'Mit neuem Code bestätigen',
    later: 'Später',
  },
  copy: {
    title: 'Auch eine Kopie per E-Mail?',
    lead: (channel) =>
      `Wenn alle unterschrieben haben, senden wir eine SMS mit dem Link zum Dokument an ${channel}. Wenn Sie eine E-Mail-Adresse angeben, erhalten Sie dort auch das unterschriebene PDF: einmal, ohne Link und ohne Code.`,
    label: 'E-Mail-Adresse für Ihre Kopie',
    hint: 'Nur eine eigene Adresse. Wenn Sie das nicht möchten, fahren Sie ohne fort.',
    wrong: 'Prüfen Sie die E-Mail-Adresse: Sie muss wie name@beispiel.de aussehen.',
    none: 'Ohne fortfahren',
  },
  fill: {
    title: 'Füllen Sie Ihre Felder aus',
    lead: 'Sie sind auch im Dokument markiert: Tippen Sie eines an, um es dort auszufüllen.',
    missing: (label) => `Füllen Sie „${label}“ aus.`,
    dateUnfinished: (label) => `Vervollständigen Sie das Datum von „${label}“.`,
    dateOutside: (label, earliest, latest) =>
      `Prüfen Sie das Datum von „${label}“: Es muss zwischen ${earliest} und ${latest} liegen.`,
    saved: 'Gespeichert',
    choose: 'Bitte wählen',
  },
  mark: {
    title: 'Ihre Unterschrift',
    ways: 'Wie möchten Sie unterschreiben?',
    typed: 'Name tippen',
    drawn: 'Zeichnen',
    image: 'Bild verwenden',
    name: 'Vor- und Nachname',
    hands: 'Schrift',
    hand: (number) => `Schrift ${number}`,
    pad: 'Feld zum Unterschreiben',
    padHint: 'Unterschreiben Sie mit Maus, Finger oder Stift.',
    padKeys: 'Mit der Tastatur wählen Sie „Name tippen“.',
    undo: 'Letzten Strich zurücknehmen',
    clear: 'Alles löschen',
    file: 'Datei wählen',
    camera: 'Foto aufnehmen',
    fileHint: 'Ein Foto oder ein Bild Ihrer Unterschrift, am besten auf weißem Papier.',
    rotate: 'Drehen',
    removeBackground: 'Hintergrund entfernen',
    crop: 'Zuschneiden',
    cropSides: { top: 'Oben', right: 'Rechts', bottom: 'Unten', left: 'Links' },
    preview: 'Vorschau',
    empty: 'Fügen Sie Ihre Unterschrift hinzu.',
    notImage:
      'Dieses Bild lässt sich hier nicht öffnen: Wählen Sie eine JPEG-, PNG- oder WebP-Datei.',
    tooLarge: 'Dieses Bild ist zu groß: höchstens 20 MB.',
    tooSmall: 'Dieses Bild ist zu klein, um lesbar zu sein: Wählen Sie ein größeres.',
    blank:
      'Vom Bild wäre nichts zu sehen: Behalten Sie den Hintergrund oder wählen Sie ein anderes.',
    canvasAltered:
      'Zum Schutz Ihrer Privatsphäre verändert Ihr Browser Bilder, bevor er sie weitergibt: Unterschrieben würde nicht das, was Sie zeichnen. Erlauben Sie dieser Seite, Canvas-Daten zu lesen, oder verwenden Sie einen anderen Browser.',
    cameraFailed:
      'Die Kamera lässt sich nicht nutzen: Erlauben Sie sie im Browser oder wählen Sie eine Datei.',
    shoot: 'Auslösen',
    anew: 'Neu zeichnen',
    remove: 'Bild entfernen',
  },
  stamp: {
    title: 'Firmenstempel',
    required:
      'Die absendende Person bittet auch um den Stempel: Ohne ihn können Sie nicht unterschreiben.',
    optional:
      'Sie können den Stempel hinzufügen, wenn Sie möchten: Unterschreiben geht auch ohne ihn.',
    hint: 'Ein Foto oder ein Bild des Stempels.',
    missing: 'Fügen Sie den Firmenstempel hinzu.',
    without: 'Ohne Stempel weiter',
  },
  review: {
    title: 'Vor dem Unterschreiben prüfen',
    lead: 'So wird es im Dokument erscheinen.',
    document: (title, pages) => `„${title}“, ${pages}`,
    pages: (count) => plural('de', count, { one: '# Seite', other: '# Seiten' }),
    signature: 'Unterschrift',
    initials: 'Paraphe',
    stamp: 'Stempel',
    stampLeftOut: 'Er wird nicht angebracht: Die Stelle bleibt leer.',
    copy: 'Kopie per E-Mail',
    copyNone: 'Keine: Sie erhalten nur die SMS mit dem Link.',
    fields: 'Felder',
    signingTime: 'Datum und Uhrzeit der Unterschrift',
    see: (label, page) => `Zu „${label}“, Seite ${page}`,
    toSee: (count) =>
      plural('de', count, {
        one: 'Sehen Sie vor dem Unterschreiben, wohin Ihre Zeichen kommen: Noch # Stelle.',
        other: 'Sehen Sie vor dem Unterschreiben, wohin Ihre Zeichen kommen: Noch # Stellen.',
      }),
    inWords:
      'Das Dokument kann hier nicht gezeigt werden: Öffnen Sie es als PDF. Unten steht, was wohin kommt.',
    binding: (title, pages) =>
      `Mit „Jetzt unterschreiben“ unterschreiben Sie „${title}“ (${pages}) mit einer elektronischen Signatur und stimmen dem Inhalt zu.`,
    where: (pages) => `Seite ${pages}`,
    change: 'Ändern',
    yes: 'Ja',
    no: 'Nein',
    signNow: 'Jetzt unterschreiben',
    sealing: 'Wird unterschrieben …',
    sealingLong: 'Es dauert noch etwas: Schließen Sie die Seite nicht.',
  },
  declineStep: {
    title: 'Code zum Ablehnen eingeben',
    lead: (title) => `Er bestätigt, dass Sie „${title}“ nicht unterschreiben.`,
    send: 'Ablehnen',
  },
};
