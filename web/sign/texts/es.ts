import type { Texts } from './texts.ts';

export const es: Texts = {
  skip: 'Ir al contenido',
  language: 'Idioma',
  loading: 'Un momento…',
  asks: (sender, company) => `${sender}, de ${company}, le pide que firme`,
  ownRequest: (company) =>
    `Ha enviado este documento en nombre de ${company}: ahora falta su firma`,
  toSign: (title) => title,
  until: (day) => `Puede firmar hasta el ${day}.`,
  youAre: (name) => `Firma como ${name}.`,
  messageFrom: (sender) => `Mensaje de ${sender}`,
  ownMessage: 'Su mensaje a quienes firman',
  others: 'Quién firma',
  signedOn: (day) => `firmó el ${day}`,
  notYet: 'todavía no ha firmado',
  notSigned: 'no ha firmado',
  viewer: {
    openAsPdf: 'Abrir como PDF',
    document: 'El documento',
    page: (number, count) => `Página ${number} de ${count}`,
    zoomIn: 'Ampliar',
    zoomOut: 'Reducir',
    loading: 'Abriendo el documento…',
    undrawn: {
      partly: 'Esta página no se ve completa aquí.',
      not: 'Esta página no se ha podido mostrar aquí.',
    },
    failed: 'No se ha podido abrir el documento. Compruebe la conexión e inténtelo de nuevo.',
  },
  fields: {
    next: 'Campo siguiente',
    onPage: (label, page) => `${label}, página ${page}`,
  },
  seen: {
    pages: (pages) =>
      `Este navegador no muestra el documento entero (páginas: ${pages}). Ábralo como PDF y léalo allí: después podrá firmar.`,
    document:
      'El documento no se ha podido mostrar aquí. Ábralo como PDF y léalo allí: después podrá firmar.',
  },
  sign: 'Firmar',
  decline: 'Rechazar',
  next: 'Continuar',
  back: 'Atrás',
  tryAgain: 'Intentar de nuevo',
  optional: 'opcional',
  offline:
    'La red no responde. Lo que ha introducido sigue aquí: inténtelo de nuevo cuando vuelva a tener conexión.',
  fault: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo dentro de un momento.',
  errorsTitle: 'Hay algo que corregir',
  nextSteps: 'Leerá las condiciones, recibirá un código y después podrá rellenar y firmar.',
  stampAsked: {
    required: 'También se le pide el sello de la empresa: tenga a mano una foto o una imagen.',
    optional:
      'Si lo desea, también puede añadir el sello de la empresa: tenga a mano una foto o una imagen.',
  },
  steps: {
    read: 'Leer',
    terms: 'Condiciones',
    code: 'Código',
    fill: 'Rellenar',
    stamp: 'Sello',
    mark: 'Firma',
    review: 'Resumen',
  },
  contacts: {
    sentBy: (sender, company) => `Enviado por ${sender}, ${company}`,
    telephone: 'Teléfono',
    privacy: 'Aviso de privacidad',
  },
  terms: {
    title: 'Condiciones para firmar en línea',
    agree: 'He leído y acepto',
    version: (version) => `Versión ${version}`,
  },
  done: {
    title: 'Firmado por todos',
    waitingTitle: 'Su firma ha quedado registrada',
    sealing: 'Estamos poniendo el sello electrónico: el documento estará listo en unos segundos.',
    lead: 'Todas las partes reciben también el documento firmado por mensaje.',
    waiting: 'Cuando todos hayan firmado, recibirá el documento completo.',
    reread: 'Volver a leer el documento',
    withMine: 'El documento tal como lo firmó, con sus datos y su firma.',
    withoutMine:
      'El documento que firmó, sin sus datos ni su firma: estarán en el documento completo.',
    see: 'Ver el documento',
    download: 'Descargar el PDF',
    availableUntil: (day) => `Disponible aquí hasta el ${day}.`,
    verify: 'Verificar que el documento es auténtico',
  },
  declineDialog: {
    title: '¿No quiere firmar?',
    lead: 'Quien le ha enviado el documento verá el motivo. No se puede deshacer.',
    code: (channel) =>
      `Después introducirá un código que enviamos a ${channel}: así nadie más puede rechazar en su nombre.`,
    reason: 'Motivo',
    cancel: 'Volver al documento',
    empty: 'Escriba el motivo.',
  },
  notForMe: {
    open: 'No es para mí',
    title: '¿No es para usted?',
    lead: (sender) =>
      `Avisaremos a ${sender}, que podrá enviarlo a la persona correcta. No se firma ni se rechaza nada.`,
    send: 'Avisar al remitente',
    told: (sender) =>
      `Hemos avisado a ${sender} de que no es para usted. Puede cerrar esta página.`,
  },
  ended: {
    see: 'Ver el documento',
    waiting: {
      title: 'Todavía no es su turno',
      lead: (names) => `Primero es el turno de ${names}. Le escribiremos en cuanto pueda firmar.`,
    },
    declined: {
      title: 'El documento ha sido rechazado',
      lead: (name) =>
        `${name ?? 'Una de las partes'} no ha querido firmar. No tiene que hacer nada; si tiene preguntas, diríjase al remitente.`,
    },
    declinedByMe: {
      title: 'Ha rechazado firmar',
      lead: 'Se ha avisado al remitente, con su motivo. No tiene que hacer nada más.',
    },
    voided: {
      title: 'La solicitud se ha anulado',
      lead: 'El remitente ha anulado la solicitud de firma. No tiene que hacer nada.',
    },
    expired: {
      title: 'El plazo ha terminado',
      lead: 'Ya no se puede firmar. Pida al remitente que envíe de nuevo el documento.',
    },
    failed: {
      title: 'El documento no se puede completar',
      lead: 'Ha habido un problema y el remitente ya lo sabe.',
    },
    linkInvalid: {
      title: 'Este enlace no es válido',
      lead: 'Puede que haya caducado o que lo haya sustituido otro más reciente. Abra el enlace del último mensaje recibido o pida al remitente que lo envíe de nuevo.',
    },
    lost: {
      title: 'Falta una parte del enlace',
      lead: 'Esta dirección llegó sin su parte final, que es personal. Abra el enlace desde el mensaje que recibió; si no basta, cópielo entero en la barra de direcciones o pida una nueva invitación al remitente.',
    },
    cut: {
      title: 'El enlace está incompleto',
      lead: 'Se perdió una parte del enlace: algunos programas de correo lo parten en dos líneas. Ábralo desde el mensaje o cópielo entero; si no basta, pida una nueva invitación al remitente.',
    },
    cookies: {
      title: 'Esta página necesita cookies',
      lead: 'Su navegador no guarda la cookie con la que la página recuerda que se abrió con su enlace: solo sirve para eso y no le sigue a ninguna parte. Permita las cookies para este sitio y vuelva a abrir el enlace del mensaje, o ábralo en otro navegador; en una aplicación de correo o de mensajes, elija «Abrir en el navegador».',
    },
    removed: {
      title: 'El documento ya no está aquí',
      lead: (day) =>
        `Se retiró el ${day}, como estaba previsto. Si recibió una copia firmada por mensaje, sigue siendo válida y se puede verificar.`,
    },
    session: {
      title: 'Abra de nuevo el enlace',
      lead: 'Por seguridad, esta página debe abrirse de nuevo desde el enlace del mensaje que recibió. Lo que introdujo se ha guardado.',
    },
    notOpened: { title: 'No se ha podido abrir la página' },
  },
};
