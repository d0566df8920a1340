import { il } from '../contract/dates/italian-day.ts';
import type { Language } from '../domain/envelope/party.ts';
import type { Common, Letter, NoticeFacts } from './notice.ts';

type CopyLetter = (facts: Common & NoticeFacts['copy']) => Letter;

/**
 * The mail to the address that a party reached by text message gave for its copy. The address is unconfirmed,
 * so the mail contains neither link nor code: only the file, or where to get it.
 */
export const COPY_LETTER: Readonly<Record<Language, CopyLetter>> = {
  it: ({ company, title, recipient, attached, until, number }) => ({
    subject: `Firmato da tutti: ${title}`,
    preview: attached ? 'La sua copia è allegata.' : 'La sua copia è al link ricevuto per SMS.',
    heading: 'La sua copia del documento firmato',
    paragraphs: [
      `Tutti hanno firmato «${title}» e ${company} lo ha sigillato.`,
      attached
        ? 'La sua copia è allegata a questa e-mail: la conservi.'
        : `Il documento è troppo grande per una e-mail: lo scarichi e lo conservi entro ${il(until)}, dal link che abbiamo inviato al suo telefono (${number}); poi viene rimosso.`,
    ],
    notes: [
      'Chiunque riceva una copia può verificarla con il codice QR del certificato che contiene.',
      `Questo indirizzo è stato indicato da ${recipient} al momento della firma. Se non è lei, elimini il messaggio: per questo documento non ne riceverà altri.`,
    ],
  }),
  en: ({ company, title, recipient, attached, until, number }) => ({
    subject: `Signed by everyone: ${title}`,
    preview: attached ? 'Your copy is attached.' : 'Your copy is at the link in your text message.',
    heading: 'Your copy of the signed document',
    paragraphs: [
      `Everyone has signed “${title}” and ${company} has sealed it.`,
      attached
        ? 'Your copy is attached to this mail: please keep it.'
        : `The document is too large for a mail: please download and keep it by ${until}, at the link we sent to your phone (${number}); then it is removed.`,
    ],
    notes: [
      'Anyone who gets a copy can check it with the QR code of the certificate in it.',
      `This address was given by ${recipient} when signing. If that is not you, please delete this message: you will get no other about this document.`,
    ],
  }),
  de: ({ company, title, recipient, attached, until, number }) => ({
    subject: `Von allen unterschrieben: ${title}`,
    preview: attached
      ? 'Ihre Kopie ist angehängt.'
      : 'Ihre Kopie finden Sie über den Link per SMS.',
    heading: 'Ihre Kopie des unterschriebenen Dokuments',
    paragraphs: [
      `Alle haben „${title}“ unterschrieben, und ${company} hat das Dokument gesiegelt.`,
      attached
        ? 'Ihre Kopie ist dieser E-Mail angehängt: Bitte bewahren Sie sie auf.'
        : `Das Dokument ist für eine E-Mail zu groß: Bitte laden Sie es bis zum ${until} über den Link herunter, den wir an Ihr Telefon (${number}) gesendet haben, und bewahren Sie es auf; danach wird es entfernt.`,
    ],
    notes: [
      'Wer eine Kopie erhält, kann sie mit dem QR-Code des enthaltenen Zertifikats prüfen.',
      `Diese Adresse hat ${recipient} beim Unterschreiben angegeben. Wenn Sie das nicht sind, löschen Sie diese Nachricht: Zu diesem Dokument erhalten Sie keine weitere.`,
    ],
  }),
  fr: ({ company, title, recipient, attached, until, number }) => ({
    subject: `Signé par tous : ${title}`,
    preview: attached
      ? 'Votre exemplaire est joint.'
      : 'Votre exemplaire se trouve au lien reçu par SMS.',
    heading: 'Votre exemplaire du document signé',
    paragraphs: [
      `Tous ont signé « ${title} » et ${company} y a apposé son cachet.`,
      attached
        ? 'Votre exemplaire est joint à ce message : conservez-le.'
        : `Le document est trop volumineux pour un e-mail : téléchargez-le et conservez-le avant le ${until}, au lien que nous avons envoyé sur votre téléphone (${number}) ; il sera ensuite supprimé.`,
    ],
    notes: [
      'Toute personne qui en reçoit une copie peut la vérifier avec le code QR du certificat qu’elle contient.',
      `Cette adresse a été indiquée par ${recipient} lors de la signature. Si ce n’est pas vous, supprimez ce message : vous n’en recevrez pas d’autre pour ce document.`,
    ],
  }),
  es: ({ company, title, recipient, attached, until, number }) => ({
    subject: `Firmado por todos: ${title}`,
    preview: attached ? 'Su copia va adjunta.' : 'Su copia está en el enlace que recibió por SMS.',
    heading: 'Su copia del documento firmado',
    paragraphs: [
      `Todos han firmado «${title}» y ${company} lo ha cerrado con su sello electrónico.`,
      attached
        ? 'Su copia va adjunta a este correo: consérvela.'
        : `El documento es demasiado grande para un correo: descárguelo y consérvelo antes del ${until}, en el enlace que enviamos a su teléfono (${number}); después se elimina.`,
    ],
    notes: [
      'Quien reciba una copia puede verificarla con el código QR del certificado que contiene.',
      `Esta dirección la indicó ${recipient} al firmar. Si no es usted, elimine este mensaje: no recibirá ningún otro sobre este documento.`,
    ],
  }),
};
