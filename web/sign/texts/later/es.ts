import { plural } from '../../../../shared/domain/text/plural.ts';
import type { LaterTexts } from './later-texts.ts';

export const es: LaterTexts = {
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
    missing: (label) => `Rellene «${label}».`,
    dateUnfinished: (label) => `Complete la fecha de «${label}».`,
    dateOutside: (label, earliest, latest) =>
      `Revise la fecha de «${label}»: debe estar entre el ${earliest} y el ${latest}.`,
    saved: 'Guardado',
    choose: 'Elija',
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
  declineStep: {
    title: 'Introduzca el código para rechazar',
    lead: (title) => `Confirma que rechaza firmar «${title}».`,
    send: 'Rechazar',
  },
};
