import type { Texts } from './texts.ts';

export const de: Texts = {
  skip: 'Zum Inhalt springen',
  language: 'Sprache',
  loading: 'Einen Moment …',
  asks: (sender, company) => `${sender} von ${company} bittet Sie um Ihre Unterschrift`,
  ownRequest: (company) =>
    `Sie haben dieses Dokument für ${company} gesendet: Jetzt fehlt Ihre eigene Unterschrift`,
  toSign: (title) => title,
  until: (day) => `Sie können bis zum ${day} unterschreiben.`,
  youAre: (name) => `Sie unterschreiben als ${name}.`,
  messageFrom: (sender) => `Nachricht von ${sender}`,
  ownMessage: 'Ihre Nachricht an alle, die unterschreiben',
  others: 'Wer unterschreibt',
  signedOn: (day) => `hat am ${day} unterschrieben`,
  notYet: 'hat noch nicht unterschrieben',
  notSigned: 'hat nicht unterschrieben',
  viewer: {
    openAsPdf: 'Als PDF öffnen',
    document: 'Das Dokument',
    page: (number, count) => `Seite ${number} von ${count}`,
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    loading: 'Das Dokument wird geöffnet …',
    undrawn: {
      partly: 'Diese Seite ist hier nicht vollständig zu sehen.',
      not: 'Diese Seite konnte hier nicht gezeigt werden.',
    },
    failed:
      'Das Dokument ließ sich nicht öffnen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  },
  fields: {
    next: 'Nächstes Feld',
    onPage: (label, page) => `${label}, Seite ${page}`,
  },
  seen: {
    pages: (pages) =>
      `Dieser Browser zeigt das Dokument nicht vollständig (Seiten: ${pages}). Öffnen Sie es als PDF und lesen Sie es dort: Dann können Sie unterschreiben.`,
    document:
      'Das Dokument konnte hier nicht gezeigt werden. Öffnen Sie es als PDF und lesen Sie es dort: Dann können Sie unterschreiben.',
  },
  sign: 'Unterschreiben',
  decline: 'Ablehnen',
  next: 'Weiter',
  back: 'Zurück',
  tryAgain: 'Noch einmal versuchen',
  optional: 'freiwillig',
  offline:
    'Das Netz antwortet nicht. Ihre Eingaben sind noch da: Versuchen Sie es wieder, sobald Sie online sind.',
  fault: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
  errorsTitle: 'Etwas stimmt noch nicht',
  nextSteps: 'Sie lesen die Bedingungen, erhalten einen Code, füllen dann aus und unterschreiben.',
  stampAsked: {
    required:
      'Sie werden auch um den Firmenstempel gebeten: Halten Sie ein Foto oder ein Bild davon bereit.',
    optional:
      'Sie können auch den Firmenstempel hinzufügen: Halten Sie dann ein Foto oder ein Bild davon bereit.',
  },
  steps: {
    read: 'Lesen',
    terms: 'Bedingungen',
    code: 'Code',
    fill: 'Ausfüllen',
    stamp: 'Stempel',
    mark: 'Unterschrift',
    review: 'Prüfen',
  },
  contacts: {
    sentBy: (sender, company) => `Gesendet von ${sender}, ${company}`,
    telephone: 'Telefon',
    privacy: 'Datenschutzhinweise',
  },
  terms: {
    title: 'Bedingungen für das Unterschreiben online',
    agree: 'Gelesen, einverstanden',
    version: (version) => `Fassung ${version}`,
  },
  done: {
    title: 'Von allen unterschrieben',
    waitingTitle: 'Sie haben unterschrieben',
    sealing: 'Das Siegel wird angebracht: In wenigen Sekunden ist das Dokument fertig.',
    lead: 'Alle Beteiligten erhalten das unterschriebene Dokument auch als Nachricht.',
    waiting: 'Sobald alle unterschrieben haben, erhalten Sie das vollständige Dokument.',
    reread: 'Dokument noch einmal lesen',
    withMine:
      'Das Dokument, wie Sie es unterschrieben haben, mit Ihren Angaben und Ihrer Unterschrift.',
    withoutMine:
      'Das Dokument, das Sie unterschrieben haben, ohne Ihre Angaben und Ihre Unterschrift: Sie stehen im vollständigen Dokument.',
    see: 'Dokument ansehen',
    download: 'PDF herunterladen',
    availableUntil: (day) => `Hier verfügbar bis zum ${day}.`,
    verify: 'Echtheit des Dokuments prüfen',
  },
  declineDialog: {
    title: 'Unterschrift ablehnen?',
    lead: 'Wer Ihnen das Dokument gesendet hat, sieht Ihren Grund. Das lässt sich nicht rückgängig machen.',
    code: (channel) =>
      `Als Nächstes geben Sie einen Code ein, den wir an ${channel} senden: So kann niemand sonst in Ihrem Namen ablehnen.`,
    reason: 'Grund',
    cancel: 'Zurück zum Dokument',
    empty: 'Geben Sie den Grund an.',
  },
  notForMe: {
    open: 'Das ist nicht für mich',
    title: 'Ist das nicht für Sie?',
    lead: (sender) =>
      `Wir benachrichtigen ${sender}, damit das Dokument an die richtige Person geht. Nichts wird unterschrieben oder abgelehnt.`,
    send: 'Absender benachrichtigen',
    told: (sender) =>
      `Wir haben ${sender} mitgeteilt, dass das nicht für Sie ist. Sie können diese Seite schließen.`,
  },
  ended: {
    see: 'Dokument ansehen',
    waiting: {
      title: 'Sie sind noch nicht an der Reihe',
      lead: (names) =>
        `Zuerst unterschreiben: ${names}. Wir schreiben Ihnen, sobald Sie unterschreiben können.`,
    },
    declined: {
      title: 'Das Dokument wurde abgelehnt',
      lead: (name) =>
        `${name ?? 'Jemand'} wollte nicht unterschreiben. Sie müssen nichts tun; bei Fragen wenden Sie sich an den Absender.`,
    },
    declinedByMe: {
      title: 'Sie haben die Unterschrift abgelehnt',
      lead: 'Der Absender hat Ihren Grund erhalten. Sie müssen nichts weiter tun.',
    },
    voided: {
      title: 'Der Vorgang wurde zurückgezogen',
      lead: 'Der Absender hat die Bitte um Ihre Unterschrift zurückgezogen. Sie müssen nichts tun.',
    },
    expired: {
      title: 'Die Frist ist abgelaufen',
      lead: 'Die Zeit zum Unterschreiben ist vorbei. Bitten Sie den Absender, das Dokument neu zu senden.',
    },
    failed: {
      title: 'Das Dokument kann nicht fertiggestellt werden',
      lead: 'Es gab ein Problem; der Absender weiß Bescheid.',
    },
    linkInvalid: {
      title: 'Dieser Link ist nicht gültig',
      lead: 'Vielleicht ist er abgelaufen oder wurde durch einen neueren ersetzt. Öffnen Sie den Link in der letzten Nachricht, die Sie erhalten haben, oder bitten Sie den Absender, ihn neu zu senden.',
    },
    lost: {
      title: 'Ein Teil des Links fehlt',
      lead: 'Diese Adresse kam ohne ihren letzten, persönlichen Teil an. Öffnen Sie den Link direkt in der Nachricht; hilft das nicht, kopieren Sie ihn vollständig in die Adresszeile oder bitten Sie den Absender um eine neue Einladung.',
    },
    cut: {
      title: 'Der Link ist unvollständig',
      lead: 'Ein Teil des Links ging verloren: Manche Mailprogramme brechen ihn auf zwei Zeilen um. Öffnen Sie den Link aus der Nachricht oder kopieren Sie ihn vollständig; hilft das nicht, bitten Sie den Absender um eine neue Einladung.',
    },
    cookies: {
      title: 'Diese Seite braucht Cookies',
      lead: 'Ihr Browser behält das Cookie nicht, mit dem die Seite sich merkt, dass sie mit Ihrem Link geöffnet wurde: Es dient nur dazu und verfolgt Sie nicht. Erlauben Sie Cookies für diese Website und öffnen Sie den Link in der Nachricht noch einmal, oder öffnen Sie ihn in einem anderen Browser; in einer Mail- oder Chat-App wählen Sie „Im Browser öffnen“.',
    },
    removed: {
      title: 'Das Dokument ist nicht mehr hier',
      lead: (day) =>
        `Es wurde wie vorgesehen am ${day} entfernt. Eine unterschriebene Kopie, die Sie als Nachricht erhalten haben, bleibt gültig und lässt sich weiterhin prüfen.`,
    },
    session: {
      title: 'Öffnen Sie den Link noch einmal',
      lead: 'Zu Ihrer Sicherheit muss diese Seite wieder über den Link in Ihrer Nachricht geöffnet werden. Ihre Eingaben wurden gespeichert.',
    },
    notOpened: { title: 'Die Seite ließ sich nicht öffnen' },
  },
};
