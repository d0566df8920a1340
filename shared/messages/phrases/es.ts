import { COPY_LETTER } from '../copy-letter.ts';
import { handedOverLetter } from '../handed-over-letter.ts';
import type { Phrases, ReportedNotice } from '../notice.ts';
import { webhookOffLetter } from '../webhook-off-letter.ts';

const IGNORE = 'Si no esperaba este mensaje, ignórelo: sin usted no ocurre nada.';

/** What the code authorizes; it is not valid for anything else. */
const ACTS = {
  sign: { to: 'para firmar', confirm: 'su firma en', nobodyCan: 'firmar por usted' },
  decline: {
    to: 'para rechazar',
    confirm: 'que rechaza firmar',
    nobodyCan: 'rechazar en su nombre',
  },
} as const;

export const spanish: Phrases = {
  letters: {
    invitation: ({ company, sender, isSender, title, deadline, link, message }) => ({
      subject: `Para firmar: ${title}`,
      preview: `${company} le pide que firme un documento antes del ${deadline}.`,
      heading: 'Un documento espera su firma',
      paragraphs: [
        isSender
          ? `«${title}», que usted envió en nombre de ${company}, también debe firmarlo usted: léalo y fírmelo.`
          : `${sender}, en nombre de ${company}, le pide que lea y firme «${title}».`,
        `Puede hacerlo desde el teléfono o el ordenador, en pocos minutos. Tiene de plazo hasta el ${deadline}. Recibirá un código para confirmar que es usted.`,
      ],
      ...(message && !isSender && { quote: { by: sender, text: message } }),
      button: { label: 'Leer y firmar', url: link },
      notes: [
        'Este enlace es personal: no lo reenvíe a nadie.',
        `Si no desea firmar, puede rechazarlo en la misma página. ${IGNORE}`,
      ],
    }),
    reminder: ({ company, sender, isSender, title, deadline, link }) => ({
      subject: `Recordatorio: ${title} espera su firma`,
      preview: `Tiene de plazo hasta el ${deadline}.`,
      heading: 'Todavía falta su firma',
      paragraphs: [
        isSender
          ? `Falta todavía su propia firma en «${title}», que usted envió en nombre de ${company}.`
          : `${sender}, en nombre de ${company}, sigue esperando su firma en «${title}».`,
        `El enlace es válido hasta el ${deadline}.`,
      ],
      button: { label: 'Leer y firmar', url: link },
      notes: ['Este enlace es personal: no lo reenvíe a nadie.', IGNORE],
    }),
    code: ({ company, recipient, title, code, purpose, minutes }) => ({
      subject: `Su código ${ACTS[purpose].to}: ${title}`,
      preview: `Para ${recipient}. Es válido durante ${minutes} minutos.`,
      heading: 'Su código',
      paragraphs: [
        `Introduzca este código en la página que ha abierto para confirmar ${ACTS[purpose].confirm} «${title}». Es válido durante ${minutes} minutos y para un solo uso.`,
      ],
      code,
      notes: [
        `Nadie de ${company} le pedirá nunca este código, ni por teléfono ni por mensaje. No se lo diga a nadie.`,
        `Si no lo ha solicitado, ignore este mensaje: sin el código nadie puede ${ACTS[purpose].nobodyCan}.`,
      ],
    }),
    notMine: ({ title, by, channel }) => ({
      subject: `Posible destinatario equivocado: ${title}`,
      preview: `El enlace para ${by} puede haber llegado a otra persona.`,
      heading: 'El enlace puede haber llegado a otra persona',
      paragraphs: [
        `Quien ha abierto el enlace enviado a ${by} (${channel}) dice que «${title}» no es para esa persona. No se ha firmado ni rechazado nada: la solicitud sigue su curso.`,
        'Abra la solicitud para corregir el contacto o enviar una nueva invitación. En ambos casos los enlaces anteriores dejan de valer.',
      ],
      notes: [],
    }),
    locked: ({ title, by, channel }) => ({
      subject: `${by} necesita una nueva invitación: ${title}`,
      preview: 'No se pueden enviar más códigos.',
      heading: `${by} ya no puede recibir códigos`,
      paragraphs: [
        `${by} (${channel}) ha agotado los códigos para «${title}» y no puede seguir sin su ayuda.`,
        'Abra la solicitud y elija «Nueva invitación»: envía un enlace nuevo y vuelve a ser posible enviar códigos. Si los códigos no llegan, corrija el contacto.',
      ],
      notes: [],
    }),
    completed: ({ company, title, link, until, verifyUrl, attached }) => ({
      subject: `Firmado por todos: ${title}`,
      preview: `El documento firmado está disponible hasta el ${until}.`,
      heading: 'El documento está firmado',
      paragraphs: [
        `Todos han firmado «${title}» y ${company} lo ha cerrado con su sello electrónico.`,
        attached
          ? `Su copia va adjunta a este correo: consérvela. También puede descargarla hasta el ${until}; después el documento se elimina.`
          : `El documento es demasiado grande para adjuntarlo: descárguelo y consérvelo antes del ${until}; después se elimina.`,
      ],
      button: { label: 'Descargar el documento', url: link },
      link: { label: 'Comprobar que el documento es auténtico', url: verifyUrl },
      notes: ['Quien reciba una copia puede verificarla, incluso después de eliminarse aquí.'],
    }),
    copy: COPY_LETTER.es,
    handedOver: handedOverLetter('es'),
    webhookOff: webhookOffLetter('es'),
    declined: ({ title, by, reason }) => ({
      subject: `Firma rechazada: ${title}`,
      preview: `${by} ha decidido no firmar.`,
      heading: 'La firma ha sido rechazada',
      paragraphs: [
        `${by} ha decidido no firmar «${title}». La solicitud está cerrada y no hay nada más que hacer.`,
      ],
      ...(reason && { quote: { by, text: reason } }),
      notes: ['Las firmas ya realizadas no bastan para completar el documento.'],
    }),
    voided: ({ company, sender, isSender, title, reason }) => ({
      subject: `Solicitud anulada: ${title}`,
      preview: 'No hay nada más que hacer.',
      heading: 'La solicitud de firma se ha anulado',
      paragraphs: [
        isSender
          ? `La solicitud de firma de «${title}», que usted envió en nombre de ${company}, está anulada. No hay nada más que hacer.`
          : `${sender}, en nombre de ${company}, ha anulado la solicitud de firma de «${title}». No hay nada más que hacer.`,
      ],
      quote: { by: sender, text: reason },
      notes: ['Los enlaces recibidos anteriormente ya no permiten firmar.'],
    }),
    expired: ({ title, deadline }) => ({
      subject: `Solicitud caducada: ${title}`,
      preview: `El plazo terminó el ${deadline}.`,
      heading: 'La solicitud de firma ha caducado',
      paragraphs: [
        `No todos firmaron «${title}» antes del ${deadline}: la solicitud está cerrada.`,
      ],
      notes: ['Si el documento sigue siendo necesario, hace falta una nueva solicitud.'],
    }),
    failed: ({ title, reason }) => ({
      subject: `Solicitud interrumpida: ${title}`,
      preview: 'El documento no se ha completado.',
      heading: 'La solicitud de firma se ha interrumpido',
      paragraphs: [
        `Un problema ha impedido completar «${title}». La solicitud está cerrada.`,
        ...(reason ? [reason] : []),
      ],
      notes: ['Si el documento sigue siendo necesario, hace falta una nueva solicitud.'],
    }),
    undelivered: ({ title, name, contact, about }) => {
      const what = (
        {
          invitation: `la invitación para firmar «${title}»`,
          reminder: `el recordatorio para firmar «${title}»`,
          code: `el código para firmar «${title}»`,
          delivery: `el documento firmado «${title}»`,
          copy: `la otra copia del documento firmado «${title}»`,
          notice: `el aviso de que la solicitud de «${title}» está cerrada`,
        } satisfies Record<ReportedNotice, string>
      )[about.notice];
      const [said, heading, first] = {
        failed: [
          'No entregado',
          'Un mensaje no ha llegado',
          `Este mensaje no ha llegado a ${name}, en ${contact}: ${what}.`,
        ],
        complaint: [
          'Marcado como spam',
          'Un mensaje se ha marcado como spam',
          `Este mensaje enviado a ${name}, en ${contact}, se ha marcado allí como spam: ${what}. Es posible que otros mensajes a esta dirección no lleguen.`,
        ],
      }[about.kind] as [string, string, string];
      const then = {
        reach: `La solicitud sigue abierta. Pregunte a ${name} cuál es la dirección o el número correcto. Después abra la solicitud y elija «Corregir el contacto», o «Nueva invitación» si era correcto.`,
        wait: `Desde entonces ha vuelto a escribir a ${name}. No hay que hacer nada, salvo que se avise también de ese mensaje.`,
        handOver: `Abra la solicitud, descargue el documento firmado y entrégueselo a ${name} mientras esté disponible.`,
        tell: `Avise usted a ${name}. La solicitud no necesita nada más.`,
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
      `${company} para ${recipient}: para firmar antes del ${deadlineBrief}: "${title}" ${link}`,
    reminder: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} para ${recipient}: falta su firma, antes del ${deadlineBrief}: "${title}" ${link}`,
    code: ({ company, recipient, code, purpose, title, minutes }) =>
      `${code} es el código de ${recipient} ${ACTS[purpose].to} "${title}". Válido ${minutes} minutos. Nadie de ${company} se lo pedirá.`,
    completed: ({ company, recipient, title, untilBrief, days, link }) =>
      `${company} para ${recipient}: "${title}" está firmado por todos. La copia queda ${days}, hasta el ${untilBrief}: ${link}`,
    stopped: ({ company, recipient, title }) =>
      `${company} para ${recipient}: la solicitud de firma "${title}" está cerrada. No hay nada más que hacer.`,
  },
  greeting: (name) => `Buenos días, ${name}:`,
  openRequest: 'Abrir la solicitud',
  addressHint: 'Si el botón no funciona, copie esta dirección en su navegador:',
  footer: ({ company, sender }) =>
    `Enviado en nombre de ${company} a petición de ${sender}. Firma electrónica con código de un solo uso.`,
};
