import type { Texts } from './texts.ts';

export const es: Texts = {
  skip: 'Ir al contenido',
  language: 'Idioma',
  lead: 'Aquí puede saber si un documento firmado es auténtico: con el archivo, con el código impreso en sus páginas o con su código QR.',
  fileTitle: '¿Tiene el archivo? Compruébelo',
  fileLead: 'Arrastre aquí el PDF firmado o elíjalo.',
  choose: 'Elegir el PDF',
  drop: 'Suelte el archivo para comprobarlo',
  privacy:
    'El archivo no se sube: se comprueba aquí, en este dispositivo, también sin red. Al registro solo se le pregunta por su huella.',
  checking: 'Comprobando…',
  again: 'Comprobar otro archivo',
  fault: 'La comprobación no ha funcionado. Elija de nuevo el archivo.',
  tooSlow:
    'La comprobación de este archivo tardaba demasiado y se ha detenido: con un documento sellado aquí no ocurre. No se puede decir nada de él.',
  codeTitle: 'Buscar un documento',
  codeWrong: 'El código tiene 26 letras y cifras: compruebe que lo ha escrito entero.',
  scan: 'Escanear el código QR',
  scanHint: 'Enfoque el código QR del certificado, al final del documento.',
  scanFailed: 'La cámara no está disponible. Escriba el código a mano.',
  scanForeign: 'Este código QR no es de un documento de este registro.',
  close: 'Cerrar',
  verdict: {
    authentic: 'Auténtico',
    another: 'Auténtico, pero otro documento',
    altered: 'Modificado',
    unknown: 'Desconocido',
    not_complete: 'Sin completar',
  },
  sentence: {
    authentic:
      'Todas las firmas son válidas y el archivo es exactamente el registrado: no ha cambiado ni un byte.',
    authenticOffline:
      'Todas las firmas son válidas y nada ha cambiado después del sello electrónico. El registro no ha respondido: la comprobación se ha hecho sin red.',
    authenticByQr:
      'Todas las firmas son válidas y el archivo es el que acredita el código QR. El registro no ha respondido: la comprobación se ha hecho sin red.',
    authenticByHash:
      'El archivo es exactamente el registrado. Las firmas una a una no se han podido comprobar aquí.',
    another:
      'Este archivo es auténtico: todas las firmas son válidas y nada ha cambiado. Pero no es el documento de esta página: su código es el que figura abajo.',
    anotherOffline:
      'Todas las firmas de este archivo son válidas, pero no es el documento de esta página: su código es el que figura abajo. El registro no ha respondido: se ha comprobado sin red.',
    altered: 'El archivo se ha modificado después de la firma o está dañado: no se fíe de él.',
    hashDiffers: 'El archivo no es el registrado con este código: no se fíe de él.',
    qrDiffers: 'El archivo no es el que acredita el código QR: no se fíe de él.',
    foreign:
      'Este PDF no se selló aquí o es una copia rehecha (impresa, escaneada o guardada de nuevo): no se puede decir nada de él.',
    notPdf: 'Este archivo no es un PDF.',
    notThis:
      'Este archivo no es el documento firmado con este código: es otro archivo o una copia rehecha (impresa, escaneada o guardada de nuevo).',
    otherCode: 'Este archivo pertenece a otro código, no al de esta página.',
    unlisted: 'El registro no conoce este archivo.',
    future:
      'Según el reloj de este dispositivo, el archivo es del futuro: compruebe la fecha y la hora e inténtelo de nuevo.',
    untrusted:
      'Las firmas proceden de una autoridad distinta de la de esta empresa: no se puede decir nada de ellas.',
    open: 'Aún no han firmado todos el documento con este código: todavía no existe un archivo definitivo.',
    stopped:
      'La firma del documento con este código se interrumpió: no existe un archivo definitivo.',
  },
  signatures: 'Quién ha firmado',
  sealedBy: 'Sellado por',
  timeStamp: {
    title: 'Sello de tiempo electrónico',
    own: 'no cualificado, de la propia empresa',
    outside: 'de una autoridad externa',
  },
  stampedAt: 'sello de tiempo:',
  kind: { party: 'Firma', seal: 'Sello electrónico de la empresa', timestamp: 'Sello de tiempo' },
  file: 'Archivo',
  findings: 'Qué se ha encontrado',
  finding: {
    authentic:
      'Cada firma es correcta y nada ha cambiado después del sello electrónico de la empresa.',
    hash_differs: 'El archivo no es el registrado con este código.',
    appended: 'Se ha añadido algo al final del archivo después del sello electrónico.',
    file_end: 'El archivo no termina donde debería: se ha añadido o cortado algo.',
    structure: 'El archivo está dañado o se ha reconstruido.',
    byte_range: 'Una firma no cubre todo el archivo tal como era cuando se hizo.',
    signature_wrong: 'Una firma no corresponde al archivo.',
    timestamp_wrong: 'Un sello de tiempo no corresponde a lo que confirma.',
    certificate_wrong: 'Un certificado no era válido en el momento de la firma.',
    certificate_revoked: 'Un certificado estaba revocado en el momento de la firma.',
    revocation_unknown:
      'Nada en el archivo dice si un certificado seguía siendo válido en el momento de la firma.',
    change_not_allowed: 'Ha cambiado algo que nadie puede cambiar después de la firma.',
    order: 'Las firmas no están en el orden previsto.',
    incomplete: 'Falta el sello electrónico o el sello de tiempo final.',
    claim_wrong: 'Lo que el sello electrónico dice del documento no vale para este archivo.',
    future: 'Un sello de tiempo es del futuro: está mal su reloj o el de este dispositivo.',
    not_pdf: 'El archivo no es un PDF.',
    not_ours: 'El PDF no lleva ningún sello electrónico de Sigillo.',
    untrusted: 'Las firmas proceden de una autoridad que aquí no se reconoce.',
  },
  refusedChanges: 'Cambios no permitidos',
  foreignSignature: {
    right: 'Corresponde a lo que cubre; aquí no se juzga si fiarse de quien firmó.',
    wrong: 'No corresponde a lo que cubre.',
    unreadable: 'Es de un tipo que aquí no se lee.',
  },
  register: 'Registro',
  registerAsked: 'Ha respondido a una pregunta que solo contenía la huella.',
  registerSilent: 'No ha respondido.',
  qr: 'Código QR',
  qrMatches: 'Acredita este archivo.',
  qrDiffers: 'No acredita este archivo.',
  qrUnread: 'No se pudo comparar con este archivo.',
  covers: 'Cubre los primeros',
  issuer: 'Emitido por',
  serialNumber: 'Número de serie',
  validity: 'Validez',
  certificate: 'SHA-256 del certificado',
  inRegister: 'En el registro',
  originalOnly: 'Estos datos se refieren al documento original, no al archivo que ha comprobado.',
};
