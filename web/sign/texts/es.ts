import { plural } from '../../ui/language.ts';
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
  code: {
    title: 'Introduzca el código',
    sentTo: (channel) => `Hemos enviado un código de seis cifras a ${channel}.`,
    label: 'Código de seis cifras',
    hint: 'También puede pegarlo.',
    timeLeft: (clock) => `Caduca en ${clock}`,
    minutesLeft: (minutes) =>
      plural('es', minutes, {
        one: 'Caduca en # minuto',
        other: 'Caduca en # minutos',
      }),
    late: 'El código ha caducado. Pida uno nuevo.',
    confirm: 'Confirmar',
    again: 'Enviar un código nuevo',
    againIn: (seconds) =>
      plural('es', seconds, {
        one: 'Código nuevo en # segundo',
        other: 'Código nuevo en # segundos',
      }),
    againInMinutes: (minutes) =>
      plural('es', minutes, {
        one: 'Código nuevo en # minuto',
        other: 'Código nuevo en # minutos',
      }),
    empty: 'Introduzca las seis cifras del código.',
    sentAgain: (channel) => `Hemos enviado un código nuevo a ${channel}. El anterior ya no vale.`,
    tellSender: 'Avisar al remitente',
    senderTold: (sender) => `Hemos avisado a ${sender}. Recibirá un enlace nuevo.`,
    inviteYourself: 'Desde la consola puede enviarse una nueva invitación.',
  },
  confirmation: {
    ending: (time) =>
      `Su confirmación con el código vale hasta las ${time}. No se pierde nada: termine antes de esa hora, o confirme de nuevo con un código nuevo.`,
    ended:
      'Su confirmación con el código ha caducado. No se ha perdido nada: lo que introdujo sigue aquí. Para continuar, confirme de nuevo con un código nuevo.',
    again: 'Confirmar con un código nuevo',
    later: 'Más tarde',
  },
  copy: {
    title: '¿También una copia por correo?',
    lead: (channel) =>
      `Cuando todos hayan firmado, enviaremos un SMS al ${channel} con el enlace al documento. Si indica una dirección de correo electrónico, recibirá allí también el PDF firmado: una sola vez, sin enlaces ni códigos.`,
    label: 'Correo electrónico para su copia',
    hint: 'Solo una dirección suya. Si lo prefiere, continúe sin ella.',
    wrong: 'Compruebe la dirección de correo: debe ser como nombre@ejemplo.es.',
    none: 'Continuar sin ella',
  },
  fill: {
    title: 'Rellene sus campos',
    lead: 'También están marcados en el documento: toque uno para rellenarlo allí.',
    nextField: 'Campo siguiente',
    missing: (label) => `Rellene «${label}».`,
    dateUnfinished: (label) => `Complete la fecha de «${label}».`,
    dateOutside: (label, earliest, latest) =>
      `Revise la fecha de «${label}»: debe estar entre el ${earliest} y el ${latest}.`,
    saved: 'Guardado',
    choose: 'Elija',
    onPage: (label, page) => `${label}, página ${page}`,
  },
  mark: {
    title: 'Su firma',
    ways: '¿Cómo quiere firmar?',
    typed: 'Escribir el nombre',
    drawn: 'Dibujar',
    image: 'Usar una imagen',
    name: 'Nombre y apellidos',
    hands: 'Estilo',
    hand: (number) => `Estilo ${number}`,
    pad: 'Espacio para firmar',
    padHint: 'Firme con el ratón, el dedo o un lápiz.',
    padKeys: 'Con el teclado, elija «Escribir el nombre».',
    undo: 'Deshacer el último trazo',
    clear: 'Borrar todo',
    file: 'Elegir un archivo',
    camera: 'Hacer una foto',
    fileHint: 'Una foto o una imagen de su firma, mejor sobre papel blanco.',
    rotate: 'Girar',
    removeBackground: 'Quitar el fondo',
    crop: 'Recortar',
    cropSides: { top: 'Arriba', right: 'Derecha', bottom: 'Abajo', left: 'Izquierda' },
    preview: 'Vista previa',
    empty: 'Añada su firma.',
    notImage: 'Esta imagen no se puede abrir aquí: elija un archivo JPEG, PNG o WebP.',
    tooLarge: 'Esta imagen es demasiado grande: 20 MB como máximo.',
    tooSmall: 'Esta imagen es demasiado pequeña para que se lea: elija una más grande.',
    blank: 'No se vería nada de la imagen: deje el fondo o elija otra.',
    canvasAltered:
      'Para proteger su privacidad, su navegador altera las imágenes antes de entregarlas: lo que dibuje no sería lo que se firma. Permita que esta página lea los datos del lienzo (canvas) o use otro navegador.',
    cameraFailed: 'No se puede usar la cámara: permítala en el navegador o elija un archivo.',
    shoot: 'Hacer la foto',
    anew: 'Dibujar de nuevo',
    remove: 'Quitar la imagen',
  },
  stamp: {
    title: 'Sello de la empresa',
    required: 'Quien le ha enviado el documento pide también el sello: sin él no se puede firmar.',
    optional: 'Puede añadir el sello, si lo desea: también se puede firmar sin él.',
    hint: 'Una foto o una imagen del sello.',
    missing: 'Añada el sello de la empresa.',
    without: 'Continuar sin sello',
  },
  review: {
    title: 'Compruebe antes de firmar',
    lead: 'Así aparecerá en el documento.',
    document: (title, pages) => `«${title}», ${pages}`,
    pages: (count) => plural('es', count, { one: '# página', other: '# páginas' }),
    signature: 'Firma',
    initials: 'Iniciales',
    stamp: 'Sello',
    stampLeftOut: 'No se pondrá: su espacio queda vacío.',
    copy: 'Copia por correo',
    copyNone: 'Ninguna: solo recibirá el SMS con el enlace.',
    fields: 'Campos',
    signingTime: 'fecha y hora de la firma',
    see: (label, page) => `Ir a «${label}», página ${page}`,
    toSee: (count) =>
      plural('es', count, {
        one: 'Antes de firmar, vea dónde irá lo que firma: falta # lugar.',
        other: 'Antes de firmar, vea dónde irá lo que firma: faltan # lugares.',
      }),
    inWords:
      'El documento no se puede mostrar aquí: ábralo como PDF. Abajo se dice qué irá en cada lugar.',
    binding: (title, pages) =>
      `Al pulsar «Firmar ahora» usted firma «${title}» (${pages}) con una firma electrónica y acepta su contenido.`,
    where: (pages) => `Página ${pages}`,
    change: 'Cambiar',
    yes: 'Sí',
    no: 'No',
    signNow: 'Firmar ahora',
    sealing: 'Firmando…',
    sealingLong: 'Seguimos trabajando: no cierre la página.',
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
  declineStep: {
    title: 'Introduzca el código para rechazar',
    lead: (title) => `Confirma que rechaza firmar «${title}».`,
    send: 'Rechazar',
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
