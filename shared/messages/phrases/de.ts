import { COPY_LETTER } from '../copy-letter.ts';
import { handedOverLetter } from '../handed-over-letter.ts';
import type { Phrases, ReportedNotice } from '../notice.ts';
import { webhookOffLetter } from '../webhook-off-letter.ts';

const IGNORE =
  'Falls Sie diese Nachricht nicht erwartet haben, ignorieren Sie sie einfach: Ohne Sie geschieht nichts.';

/** What the code authorizes; it is not valid for anything else. */
const ACTS = {
  sign: {
    to: 'zum Unterschreiben',
    confirm: (title: string) => `Ihre Unterschrift unter ${title} zu bestätigen`,
    nobodyCan: 'für Sie unterschreiben',
  },
  decline: {
    to: 'zum Ablehnen',
    confirm: (title: string) => `zu bestätigen, dass Sie ${title} nicht unterschreiben`,
    nobodyCan: 'in Ihrem Namen ablehnen',
  },
} as const;

export const german: Phrases = {
  letters: {
    invitation: ({ company, sender, isSender, title, deadline, link, message }) => ({
      subject: `Bitte unterschreiben: ${title}`,
      preview: `${company} bittet Sie, ein Dokument bis zum ${deadline} zu unterschreiben.`,
      heading: 'Ein Dokument wartet auf Ihre Unterschrift',
      paragraphs: [
        isSender
          ? `„${title}“, von Ihnen für ${company} gesendet, ist auch von Ihnen selbst zu unterschreiben: Bitte lesen und unterschreiben Sie es.`
          : `${sender} bittet Sie im Namen von ${company}, „${title}“ zu lesen und zu unterschreiben.`,
        `Das dauert am Telefon oder Computer nur wenige Minuten. Bitte erledigen Sie es bis zum ${deadline}. Zur Bestätigung, dass Sie es sind, erhalten Sie einen Code.`,
      ],
      ...(message && !isSender && { quote: { by: sender, text: message } }),
      button: { label: 'Lesen und unterschreiben', url: link },
      notes: [
        'Dieser Link ist nur für Sie bestimmt: Bitte leiten Sie ihn nicht weiter.',
        `Wenn Sie nicht unterschreiben möchten, können Sie auf derselben Seite ablehnen. ${IGNORE}`,
      ],
    }),
    reminder: ({ company, sender, isSender, title, deadline, link }) => ({
      subject: `Erinnerung: ${title} wartet auf Ihre Unterschrift`,
      preview: `Sie haben Zeit bis zum ${deadline}.`,
      heading: 'Ihre Unterschrift fehlt noch',
      paragraphs: [
        isSender
          ? `Auf „${title}“, von Ihnen für ${company} gesendet, fehlt noch Ihre eigene Unterschrift.`
          : `${sender} wartet im Namen von ${company} noch auf Ihre Unterschrift unter „${title}“.`,
        `Der Link ist bis zum ${deadline} gültig.`,
      ],
      button: { label: 'Lesen und unterschreiben', url: link },
      notes: ['Dieser Link ist nur für Sie bestimmt: Bitte leiten Sie ihn nicht weiter.', IGNORE],
    }),
    code: ({ company, recipient, title, code, purpose, minutes }) => ({
      subject: `Ihr Code ${ACTS[purpose].to}: ${title}`,
      preview: `Für ${recipient}. Er gilt ${minutes} Minuten.`,
      heading: 'Ihr Code',
      paragraphs: [
        `Geben Sie diesen Code auf der geöffneten Seite ein, um ${ACTS[purpose].confirm(`„${title}“`)}. Er gilt ${minutes} Minuten und nur einmal.`,
      ],
      code,
      notes: [
        `Niemand von ${company} wird Sie jemals nach diesem Code fragen, weder am Telefon noch per Nachricht. Geben Sie ihn nicht weiter.`,
        `Falls Sie ihn nicht angefordert haben, ignorieren Sie diese Nachricht: Ohne den Code kann niemand ${ACTS[purpose].nobodyCan}.`,
      ],
    }),
    notMine: ({ title, by, channel }) => ({
      subject: `Falsche Person? ${title}`,
      preview: `Der Link für ${by} hat womöglich jemand anderen erreicht.`,
      heading: 'Der Link hat womöglich jemand anderen erreicht',
      paragraphs: [
        `Wer den an ${by} (${channel}) gesendeten Link geöffnet hat, sagt, dass „${title}“ nicht für ihn oder sie bestimmt ist. Nichts wurde unterschrieben oder abgelehnt: Der Vorgang läuft weiter.`,
        'Öffnen Sie den Vorgang, um den Kontakt zu korrigieren oder eine neue Einladung zu senden. In beiden Fällen werden die früheren Links ungültig.',
      ],
      notes: [],
    }),
    locked: ({ title, by, channel }) => ({
      subject: `${by} braucht eine neue Einladung: ${title}`,
      preview: 'Es können keine weiteren Codes gesendet werden.',
      heading: `${by} kann keine weiteren Codes erhalten`,
      paragraphs: [
        `${by} (${channel}) hat die Codes für „${title}“ aufgebraucht und kommt ohne Sie nicht weiter.`,
        'Öffnen Sie den Vorgang und wählen Sie „Neue Einladung“: Sie sendet einen neuen Link, und es können wieder Codes gesendet werden. Wenn die Codes nicht ankommen, korrigieren Sie den Kontakt.',
      ],
      notes: [],
    }),
    completed: ({ company, title, link, until, verifyUrl, attached }) => ({
      subject: `Von allen unterschrieben: ${title}`,
      preview: `Das unterschriebene Dokument ist bis zum ${until} verfügbar.`,
      heading: 'Das Dokument ist unterschrieben',
      paragraphs: [
        `Alle haben „${title}“ unterschrieben, und ${company} hat das Dokument gesiegelt.`,
        attached
          ? `Ihre Kopie ist dieser E-Mail angehängt: Bitte bewahren Sie sie auf. Sie können sie auch bis zum ${until} herunterladen; danach wird das Dokument entfernt.`
          : `Das Dokument ist für einen Anhang zu groß: Bitte laden Sie es bis zum ${until} herunter und bewahren Sie es auf; danach wird es entfernt.`,
      ],
      button: { label: 'Dokument herunterladen', url: link },
      link: { label: 'Echtheit des Dokuments prüfen', url: verifyUrl },
      notes: [
        'Wer eine Kopie erhält, kann sie prüfen, auch nachdem das Dokument hier entfernt wurde.',
      ],
    }),
    copy: COPY_LETTER.de,
    handedOver: handedOverLetter('de'),
    webhookOff: webhookOffLetter('de'),
    declined: ({ title, by, reason }) => ({
      subject: `Unterschrift abgelehnt: ${title}`,
      preview: `${by} möchte nicht unterschreiben.`,
      heading: 'Die Unterschrift wurde abgelehnt',
      paragraphs: [
        `${by} hat sich entschieden, „${title}“ nicht zu unterschreiben. Der Vorgang ist beendet, Sie müssen nichts weiter tun.`,
      ],
      ...(reason && { quote: { by, text: reason } }),
      notes: ['Bereits geleistete Unterschriften ergeben kein fertiges Dokument.'],
    }),
    voided: ({ company, sender, isSender, title, reason }) => ({
      subject: `Vorgang zurückgezogen: ${title}`,
      preview: 'Sie müssen nichts weiter tun.',
      heading: 'Der Vorgang wurde zurückgezogen',
      paragraphs: [
        isSender
          ? `Die Bitte um Unterschrift unter „${title}“, von Ihnen für ${company} gesendet, ist zurückgezogen. Sie müssen nichts weiter tun.`
          : `${sender} hat im Namen von ${company} die Bitte um Unterschrift unter „${title}“ zurückgezogen. Sie müssen nichts weiter tun.`,
      ],
      quote: { by: sender, text: reason },
      notes: ['Mit den bisher erhaltenen Links kann nicht mehr unterschrieben werden.'],
    }),
    expired: ({ title, deadline }) => ({
      subject: `Frist abgelaufen: ${title}`,
      preview: `Die Frist endete am ${deadline}.`,
      heading: 'Die Frist zum Unterschreiben ist abgelaufen',
      paragraphs: [
        `Bis zum ${deadline} haben nicht alle „${title}“ unterschrieben: Der Vorgang ist beendet.`,
      ],
      notes: ['Wird das Dokument noch gebraucht, ist ein neuer Vorgang nötig.'],
    }),
    failed: ({ title, reason }) => ({
      subject: `Vorgang abgebrochen: ${title}`,
      preview: 'Das Dokument wurde nicht fertiggestellt.',
      heading: 'Der Vorgang wurde abgebrochen',
      paragraphs: [
        `Wegen eines Problems konnte „${title}“ nicht fertiggestellt werden. Der Vorgang ist beendet.`,
        ...(reason ? [reason] : []),
      ],
      notes: ['Wird das Dokument noch gebraucht, ist ein neuer Vorgang nötig.'],
    }),
    undelivered: ({ title, name, contact, about }) => {
      const what = (
        {
          invitation: `Die Einladung, „${title}“ zu unterschreiben,`,
          reminder: `Die Erinnerung an die Unterschrift von „${title}“`,
          code: `Der Code zur Unterschrift von „${title}“`,
          delivery: `Das unterschriebene Dokument „${title}“`,
          copy: `Die weitere Kopie des unterschriebenen Dokuments „${title}“`,
          notice: `Die Nachricht, dass der Vorgang zu „${title}“ geschlossen ist,`,
        } satisfies Record<ReportedNotice, string>
      )[about.notice];
      const [said, heading, first] = {
        failed: [
          'Nicht zugestellt',
          'Eine Nachricht kam nicht an',
          `${what} hat ${name} unter ${contact} nicht erreicht.`,
        ],
        complaint: [
          'Als Spam gemeldet',
          'Eine Nachricht wurde als Spam gemeldet',
          `${what} an ${name} unter ${contact} wurde dort als Spam gemeldet. Weitere Nachrichten an diese Adresse kommen vielleicht nicht an.`,
        ],
      }[about.kind] as [string, string, string];
      const then = {
        reach: `Der Vorgang ist weiter offen. Bitte fragen Sie ${name} nach der richtigen Adresse oder Nummer. Öffnen Sie dann den Vorgang und wählen Sie „Kontakt korrigieren“ oder, falls sie doch richtig war, „Neue Einladung“.`,
        wait: `Seitdem haben Sie ${name} neu geschrieben. Es ist nichts zu tun, solange nicht auch diese Nachricht gemeldet wird.`,
        handOver: `Bitte öffnen Sie den Vorgang, laden Sie das unterschriebene Dokument herunter und geben Sie es an ${name} weiter, solange es da ist.`,
        tell: `Bitte sagen Sie es ${name} selbst. Sonst ist an dem Vorgang nichts zu tun.`,
      }[about.next];
      return {
        subject: `${said}, ${name}: ${title}`,
        preview: first,
        heading,
        paragraphs: [first, then],
        notes: [],
      };
    },
  },
  texts: {
    invitation: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} für ${recipient}: Bitte unterschreiben Sie "${title}" bis ${deadlineBrief} ${link}`,
    reminder: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} für ${recipient}: Ihre Unterschrift fehlt noch, bis ${deadlineBrief}: "${title}" ${link}`,
    code: ({ company, recipient, code, purpose, title, minutes }) =>
      `${code} ist der Code von ${recipient} ${ACTS[purpose].to} von "${title}". ${minutes} Minuten gültig. Niemand von ${company} fragt Sie danach.`,
    completed: ({ company, recipient, title, untilBrief, days, link }) =>
      `${company} für ${recipient}: "${title}" ist von allen unterschrieben. Ihre Kopie bleibt ${days}, bis ${untilBrief}: ${link}`,
    stopped: ({ company, recipient, title }) =>
      `${company} für ${recipient}: Der Vorgang "${title}" ist beendet. Sie müssen nichts weiter tun.`,
  },
  greeting: (name) => `Guten Tag ${name},`,
  openRequest: 'Vorgang öffnen',
  addressHint:
    'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  footer: ({ company, sender }) =>
    `Gesendet für ${company} im Auftrag von ${sender}. Elektronische Signatur mit Einmalcode.`,
};
