import type { RefusalPhrases } from './refusal-phrases.ts';

export const german: RefusalPhrases = {
  sentences: {
    address_not_verified:
      'Ihre Anmeldung bestätigt Ihre E-Mail-Adresse nicht: Bitte verwenden Sie den Link in der Nachricht, die Ihnen gesendet wurde.',
    already_signed: 'Das Dokument wurde bereits[ am {at}] unterschrieben.',
    batch_over_limit:
      'Die Datei braucht mehr, als heute möglich ist[: {asked} {act}, und {left} sind noch frei][, bis {until}]. Teilen Sie die Datei, oder versuchen Sie es später noch einmal.',
    batch_unknown: 'Diesen Versand an viele gibt es nicht, oder er wird nicht mehr aufbewahrt.',
    body_too_large: 'Die Anfrage ist zu groß[: höchstens {most} Byte].',
    cell_missing: 'Füllen Sie die Zelle[ „{column}“][ in Zeile {row}] aus.',
    code_elsewhere:
      'Der letzte Code wurde auf einer anderen Seite oder einem anderen Gerät angefordert: Geben Sie ihn dort ein, oder lassen Sie sich hier einen neuen senden.',
    code_expired:
      'Der Code ist abgelaufen: Er gilt fünf Minuten. Sie können einen neuen anfordern.',
    code_limit:
      'In der letzten Stunde wurden zu viele Codes gesendet. Ein neuer Code kann[ in {seconds}] angefordert werden.',
    code_locked:
      'Zur Sicherheit werden keine weiteren Codes gesendet. Der Absender kann dies mit einer neuen Einladung freigeben.',
    code_not_locked: 'Es kann noch ein Code gesendet werden: Fordern Sie ihn hier an.',
    code_too_soon:
      'Soeben wurde ein Code gesendet. Ein weiterer kann[ in {seconds}] angefordert werden.',
    code_used: 'Dieser Code wurde bereits verwendet. Sie können einen neuen anfordern.',
    code_wrong:
      'Der Code ist nicht richtig.[ Verbleibende Versuche: {triesLeft}.][ Es wurden {codes} Codes gesendet: Nur der neueste gilt.] Sie können es noch einmal versuchen oder einen neuen anfordern.',
    column_missing: 'In der ersten Zeile fehlt eine Spalte[: „{column}“].',
    column_repeated: 'Eine Spalte ist zweimal vorhanden[: „{column}“].',
    column_unknown:
      'Eine Spalte gehört zu nichts[: „{column}“]: Entfernen Sie sie, oder nennen Sie sie wie in der Beispieldatei.',
    confirmation_required: 'Bitte geben Sie zuerst den Code ein, den Sie erhalten.',
    consent_outdated:
      'Die Bedingungen haben sich geändert: Bitte lesen und akzeptieren Sie sie erneut.',
    consent_required: 'Bitte akzeptieren Sie die Bedingungen, bevor Sie fortfahren.',
    contact_invalid: 'An diese Adresse oder Nummer können keine Nachrichten gesendet werden.',
    copy_not_needed:
      'Sie erhalten das unterzeichnete Dokument bereits per E-Mail: Eine weitere Adresse ist nicht nötig.',
    contact_unknown: 'Diesen Kontakt gibt es nicht.',
    country_not_served:
      'In dieses Land können keine SMS gesendet werden[ (Nummer von {name})]: Bitte wählen Sie E-Mail.',
    csv_too_large: 'Die CSV-Datei ist zu groß[: höchstens {most} Byte].',
    csv_unreadable:
      'Die CSV-Datei lässt sich nicht lesen[ in Zeile {row}][, Spalte {column}][: {problem}].',
    date_out_of_range:
      'Bitte prüfen Sie das Datum[ von „{label}“][: {date} liegt nicht zwischen {earliest} und {latest}].',
    deadline_out_of_range: 'Die Frist kann an einem Tag[ vom {earliest} bis zum {latest}] enden.',
    director_first:
      'In diesem Unternehmen unterschreibt zuerst die eigene Seite, dann der Vertragspartner.',
    delivery_unknown:
      'Diese Zustellung gibt es nicht mehr: Zustellungen werden 30 Tage aufbewahrt.',
    document_changed:
      'Das Dokument hat sich geändert, seit es angezeigt wurde: Bitte lesen Sie es erneut und fordern Sie einen neuen Code an.',
    document_missing:
      'Es gibt noch kein Dokument: Laden Sie ein PDF hoch und warten Sie, bis es geprüft ist.',
    document_not_ready:
      'Das Dokument wird noch vorbereitet: Bitte versuchen Sie es gleich noch einmal.',
    document_not_shown:
      'Vor dem Unterschreiben muss das Dokument gezeigt worden sein: Laden Sie diese Seite neu.',
    document_removed:
      'Das Dokument wurde[ am {at}] wie vorgesehen entfernt. Eine aufbewahrte Kopie kann weiterhin geprüft werden.',
    draft_changed: 'Der Entwurf wurde in einem anderen Tab oder von jemand anderem geändert.',
    envelope_closed: 'Der Vorgang ist abgeschlossen[: {status}].',
    envelope_unknown: 'Diesen Unterschriftsvorgang gibt es nicht.',
    field_kind: 'Der Wert[ von „{label}“] ist nicht gültig[: Erwartet wird {kind}].',
    field_missing: 'Bitte füllen Sie das Feld[ „{label}“] aus.',
    field_not_yours: 'Dieses Feld füllt eine andere Person aus.',
    field_of_nobody:
      'Das Feld[ „{label}“][ auf Seite {page}] gehört niemandem: Weisen Sie es jemandem zu oder löschen Sie es.',
    field_too_long: 'Der Wert[ von „{label}“] ist zu lang[: höchstens {most} Zeichen].',
    field_too_small:
      'Das Feld[ „{label}“][ auf Seite {page}] ist zu klein, um ausgefüllt zu werden[: Es braucht mindestens {width} × {height} Punkt].',
    field_unknown: 'Das Feld[ „{field}“] gibt es in diesem Dokument nicht.',
    fields_invalid:
      'Das Feld[ „{label}“][ auf Seite {page}] kann so nicht platziert werden[: {problem}].',
    forbidden: 'Dazu fehlt Ihnen die Berechtigung.',
    idempotency_key_reused:
      'Mit diesem Idempotency-Key wurde am letzten Tag eine andere Anfrage gesendet: Wählen Sie einen neuen Schlüssel.',
    image_damaged: 'Das Bild ist beschädigt: Bitte wählen Sie ein anderes.',
    image_too_large: 'Das Bild ist zu groß: Bitte wählen Sie ein kleineres.',
    image_type: 'Das Bild muss eine PNG- oder JPEG-Datei sein.',
    language_not_offered:
      'Diese Sprache wird nicht angeboten[: {language}]. Bitte wählen Sie eine andere.',
    layout_invalid: 'Die Felder können so nicht in das Dokument gezeichnet werden.',
    link_invalid:
      'Dieser Link ist ungültig oder nicht mehr aktiv. Verwenden Sie den Link aus der neuesten Nachricht oder bitten Sie den Absender um einen neuen.',
    method_not_allowed: 'Diese Adresse nimmt eine solche Anfrage nicht an.',
    not_completed: 'Das Dokument wurde noch nicht von allen unterschrieben.',
    not_draft: 'Der Vorgang wurde bereits versandt und kann nicht mehr geändert werden.',
    not_found: 'Hier gibt es nichts.',
    not_your_turn: 'Sie sind noch nicht an der Reihe: Zuerst müssen andere unterschreiben.',
    number_not_mobile:
      'SMS erreichen nur Mobiltelefone[, und die Nummer von {name} ist keine Mobilnummer]: Bitte korrigieren Sie sie oder wählen Sie E-Mail.',
    option_repeated:
      'Zwei Möglichkeiten des Feldes[ „{label}“][ auf Seite {page}] lesen sich gleich[: „{option}“].',
    option_too_long:
      'Die Möglichkeit[ „{option}“] passt nicht in das Feld[ „{label}“][ auf Seite {page}]: Bitte kürzen Sie sie[ oder machen Sie das Feld mindestens {width} Punkt breit].',
    owner_unknown:
      'Nennen Sie eine der Personen, für die dieses Token handeln darf[: {email} gehört nicht dazu].',
    parties_invalid: 'Die Angaben zum Vorgang stimmen nicht[: {problem}].',
    party_unknown: 'Diese Person gehört nicht zu diesem Vorgang.',
    pdf_damaged:
      'Das PDF ist beschädigt und kann nicht sicher repariert werden: Erstellen Sie es neu aus dem Ausgangsdokument.',
    pdf_embedded_files:
      'Das PDF enthält angehängte Dateien: Entfernen Sie diese und laden Sie es erneut hoch.',
    pdf_encrypted:
      'Das PDF ist durch ein Passwort oder Einschränkungen geschützt: Speichern Sie es ohne Schutz und laden Sie es erneut hoch.',
    pdf_form_text:
      'Ein Formularfeld des PDFs enthält ein Zeichen, das nicht übernommen werden kann[: „{character}“]. Drucken Sie das ausgefüllte Formular als gewöhnliches PDF und laden Sie dieses hoch.',
    pdf_signed:
      'Das PDF trägt bereits eine digitale Signatur, die verloren ginge: Laden Sie das nicht signierte Dokument hoch.',
    pdf_too_large: 'Das PDF ist zu groß: Zulässig sind höchstens 50 MB und 2.000 Seiten.',
    pdf_unforeseen:
      'Wir konnten dieses PDF nicht verarbeiten, und der Fehler liegt bei uns: Er wurde dem Betrieb des Dienstes gemeldet. Drucken Sie es in ein neues PDF und laden Sie dieses hoch.',
    pdf_unsafe:
      'Das PDF hat Inhalte, die nicht sicher unterschrieben werden können: Erstellen Sie es neu aus dem Ausgangsdokument.',
    pdf_xfa:
      'Das PDF ist ein dynamisches Formular (XFA): Drucken Sie es als gewöhnliches PDF und laden Sie es erneut hoch.',
    person_missing: 'Nennen Sie die Person[ für den Platz „{place}“].',
    place_unknown: 'Die Vorlage hat keinen Platz[ „{place}“].',
    place_unnamed: 'Geben Sie dem Platz[ von {name}] einen Namen, etwa „Kunde“.',
    request_under_way:
      'Diese Anfrage wird noch ausgeführt: Senden Sie sie in einigen Sekunden noch einmal, um die Antwort zu erhalten.',
    scope_missing:
      'Dieses Token erlaubt das nicht[: Der Bereich {scope} fehlt]. Die Verwaltung kann ein anderes anlegen.',
    session_expired: 'Die Sitzung ist abgelaufen: Öffnen Sie den Link noch einmal.',
    session_missing: 'Öffnen Sie bitte den Link, den Sie erhalten haben.',
    signature_blank:
      'Auf dem Bild ist nichts zu sehen: Wählen Sie eines, auf dem die Schrift sichtbar ist.',
    signature_field_missing:
      'Für eine unterzeichnende Person[ ({name})] fehlt das Unterschriftsfeld.',
    signature_missing: 'Die Unterschrift fehlt.',
    signature_unreadable:
      'Eine getippte Unterschrift ist ein Name: Schreiben Sie ihn mit Buchstaben.',
    stamp_field_missing: 'Für eine Person, die stempeln soll[ ({name})], fehlt das Stempelfeld.',
    stamp_missing: 'Der Stempel fehlt.',
    tag_not_removable:
      'Der Platzhalter[ „{tag}“][ auf Seite {page}] lässt sich nicht aus dem Dokument entfernen: Schreiben Sie ihn in einer Schrift und waagerecht, oder löschen Sie ihn, und laden Sie das PDF erneut hoch.',
    template_archived: 'Die Vorlage ist archiviert: Holen Sie sie zuerst aus dem Archiv.',
    template_changed: 'Die Vorlage wurde in einem anderen Tab oder von jemand anderem geändert.',
    template_full:
      'Die Vorlage wurde zu oft geändert[: höchstens {most}-mal]. Duplizieren Sie sie und arbeiten Sie mit der Kopie weiter.',
    template_unknown: 'Diese Vorlage gibt es nicht.',
    text_empty: 'Ein Text enthält nichts Sichtbares: Schreiben Sie ihn noch einmal.',
    text_not_covered:
      'Der Text[ von „{label}“][ „{text}“] enthält ein Zeichen, das nicht gedruckt werden kann[: „{character}“]. Möglich sind lateinische, griechische und kyrillische Buchstaben.',
    text_unreadable:
      'Der Text[ von „{label}“] enthält versteckte Zeichen, mit denen er anders gelesen würde: Löschen Sie ihn und tippen Sie ihn neu.',
    token_ended:
      'Dieses API-Token ist[ am {at}] abgelaufen: Die Verwaltung kann ein neues anlegen.',
    token_missing: 'Senden Sie im Header Authorization nach dem Wort Bearer ein API-Token.',
    token_unknown: 'Dieses API-Token gibt es nicht: Prüfen Sie, ob es vollständig kopiert wurde.',
    token_withdrawn:
      'Dieses API-Token wurde[ am {at}] zurückgezogen: Die Verwaltung kann ein neues anlegen.',
    too_many: 'Die Grenze ist erreicht[: {act}][. Weiter geht es am {until}].',
    too_soon: 'Das wurde gerade erst getan. Es kann[ in {seconds}] wiederholt werden.',
    upload_missing: 'Die Datei ist nicht angekommen: Bitte laden Sie sie erneut hoch.',
    value_too_long: 'Der Text[ von „{label}“] passt nicht in sein Feld: Bitte kürzen Sie ihn.',
    values_missing: 'Es fehlen die Werte, die das Unternehmen einträgt.',
    webhook_address:
      'Die Adresse muss mit https:// beginnen und zu einem Server im Internet führen, nicht in ein internes Netz.',
    webhook_unknown: 'Diesen Webhook gibt es nicht.',
    webhooks_full:
      'Es können keine weiteren Webhooks hinzugefügt werden[: höchstens {most}]. Löschen Sie einen, der nicht mehr gebraucht wird.',
  },
  terms: {
    draft: 'im Entwurf',
    preparing: 'in Vorbereitung',
    signing: 'wird unterschrieben',
    signed: 'von allen unterschrieben',
    completed: 'vollständig unterschrieben',
    declined: 'abgelehnt',
    voided: 'zurückgezogen',
    expired: 'abgelaufen',
    failed: 'durch einen Fehler abgebrochen',
    purged: 'Dokument entfernt',
    text: 'ein Text',
    number: 'eine Zahl',
    date: 'ein Datum',
    checkbox: 'ein Kästchen zum Ankreuzen',
    choice: 'eine der vorgegebenen Möglichkeiten',
    page: 'diese Seite gibt es nicht',
    id: 'seine Kennung ist doppelt vergeben',
    party: 'diese unterzeichnende Person gibt es nicht',
    kind: 'Unterschriften und Stempel gehören zu einer unterzeichnenden Person',
    options: 'es fehlen die Möglichkeiten zur Auswahl',
    outside_page: 'es ragt über die Seite hinaus',
    too_much: 'für ein einzelnes Dokument sind es zu viele Felder',
    none: 'es fehlt eine unterzeichnende Person',
    too_many: 'es dürfen höchstens zehn Personen unterzeichnen',
    same_id: 'zwei Personen haben dieselbe Kennung',
    schedule: 'die Frist oder die Erinnerungen sind so nicht möglich',
    dates: 'sein frühester Tag liegt nach seinem spätesten',
    remind: 'Erinnerungen an diese Person',
    resend: 'neue Einladungen an diese Person',
    correct: 'Korrekturen dieses Kontakts',
    handOver: 'Übergaben dieses Vorgangs an andere Mitarbeitende',
    consent: 'Annahmen der Bedingungen',
    open: 'Öffnungen dieses Links',
    edit: 'Änderungen dieses Entwurfs',
    create: 'neue Unterschriftsvorgänge',
    send: 'versandte Unterschriftsvorgänge',
    upload: 'hochgeladene Dateien',
    text_message: 'SMS',
    template: 'Änderungen an Vorlagen',
    webhook: 'Änderungen und Tests von Webhooks',
    contact: 'hinzugefügte oder geänderte Kontakte',
    copy: 'Kopien per E-Mail an diese Adresse',
    batch: 'an viele gesendete Signaturanfragen',
    not_text: 'sie ist keine Textdatei',
    no_rows: 'unter den Spaltennamen stehen keine Zeilen',
    quote_open: 'ein Anführungszeichen wird nicht geschlossen',
    too_many_rows: 'es sind zu viele Zeilen, höchstens tausend',
    too_many_columns: 'es sind zu viele Spalten',
    no_header: 'die Spalte hat in der ersten Zeile keinen Namen',
    cell_too_long: 'der Text der Zelle ist zu lang',
  },
};
