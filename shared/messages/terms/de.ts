import type { TermsWords } from './terms-words.ts';

export const termsGerman = ({
  company,
  documentDays,
  evidenceYears,
  archiveYears,
  worth,
  capacity,
}: TermsWords): string =>
  `Bedingungen für das Unterschreiben online

Womit Sie sich einverstanden erklären
Sie sind damit einverstanden, dieses Dokument in elektronischer Form zu lesen und mit einer elektronischen Signatur zu unterschreiben, die durch einen Einmalcode bestätigt wird. Niemand muss auf diese Weise unterschreiben: Sie können ${company} bitten, auf Papier unterschreiben zu dürfen.

Wie Sie unterschreiben
Wir senden einen sechsstelligen Code an die Adresse oder Nummer (E-Mail oder Telefon), die ${company} für Sie angegeben hat. Mit seiner Eingabe bestätigen Sie, dass Sie Zugang dazu haben. Der Code gilt fünf Minuten und nur einmal; niemand von ${company} wird Sie danach fragen. Danach füllen Sie Ihre Felder aus, wählen das Aussehen Ihrer Unterschrift und unterschreiben.

Wer unterschreibt und wer siegelt
Sie unterschreiben als Person: Das System erzeugt für diese eine Unterschrift einen Schlüssel, den ${company} auf Ihren Namen und die bestätigte Adresse oder Nummer zertifiziert, und verwirft ihn sofort danach. Haben alle unterschrieben, versieht ${company} das Dokument mit dem eigenen Siegel. Das Siegel ist das des Unternehmens und ersetzt Ihre Unterschrift nicht. ${capacity}

Welchen Wert sie hat
${worth}

Was aufgezeichnet wird
Wir zeichnen Ihren Namen, Ihre Adresse oder Nummer, die Netzadresse (IP), die Art des Browsers und die Zeitpunkte auf, zu denen Sie den Link öffnen, diesen Bedingungen zustimmen, den Code erhalten und eingeben, unterschreiben oder ablehnen, dazu die Prüfsummen (SHA-256) des Dokuments und dessen, was Sie übermitteln, und die E-Mail-Adresse für Ihre Kopie, wenn Sie eine angeben. Was Sie schreiben und die Bilder Ihrer Unterschrift und Ihres Stempels werden Teil des Dokuments.

Für wie lange
Das unterschriebene Dokument bleibt nach dem Abschluss ${documentDays} Tage unter Ihrem Link; dann wird es mit allem, was darin eingetragen wurde, entfernt. Bewahren Sie deshalb eine Kopie auf.${archived(archiveYears, company)} Das Protokoll der Ereignisse, das nicht öffentlich ist, wird ${evidenceYears} Jahre als Nachweis aufbewahrt. Ebenso lange kann jeder, der eine Kopie hat, sie online prüfen: Die Prüfung zeigt Daten, Prüfsummen und abgekürzte Namen, nicht den Inhalt.

Wie Sie ablehnen oder widerrufen
Solange Sie nicht unterschrieben haben, können Sie die Seite ohne Folgen schließen oder mit einer Begründung ablehnen, die der Absender lesen kann. Damit widerrufen Sie auch diese Zustimmung. Nach der Unterschrift kann der Vorgang hier nicht mehr zurückgenommen werden: Wenden Sie sich wegen des Vertrags und Ihrer Daten an ${company}.
`;

const archived = (years: number, company: string): string =>
  years > 0
    ? ` ${company} bewahrt eine Kopie mit ihrem Protokoll ${years} Jahre in einem eigenen Archiv auf; unter Ihren Link kommt sie nicht zurück.`
    : '';
