import type { CertificateTexts } from './texts.ts';

export const es = {
  locale: 'es-ES',
  title: 'Certificado de autenticidad',
  subtitle:
    'Firmas electrónicas con código de un solo uso – solo es válido con el sello electrónico de {company}',
  document: 'Documento',
  code: 'Código de verificación',
  pages: 'Páginas',
  created: 'Creado',
  sent: 'Enviado',
  sealed: 'Sellado',
  signatures: 'Firmas',
  role: { director: 'Por la empresa', client: 'Otra parte' },
  channel: {
    email: { to: 'Código por correo a', alone: 'Código por correo' },
    sms: { to: 'Código por SMS al', alone: 'Código por SMS' },
  },
  method: {
    typed: 'Firma: nombre escrito',
    drawn: 'Firma: dibujada a mano',
    image: 'Firma: imagen',
  },
  withStamp: 'con sello',
  address: 'Dirección IP',
  timeline: 'Cronología',
  repeated: 'si se repite, la última vez',
  times: '({n} veces)',
  moment: {
    invited: 'Invitación enviada',
    undelivered: 'Mensaje no entregado',
    misdirected: 'Avisado: destinatario erróneo',
    reminded: 'Recordatorio enviado',
    corrected: 'Contacto modificado',
    invitedAgain: 'Nueva invitación enviada',
    opened: 'Documento abierto',
    consented: 'Condiciones aceptadas',
    codeSent: 'Código enviado',
    codeWrong: 'Código erróneo',
    confirmed: 'Código confirmado',
    signed: 'Documento firmado',
  },
  fingerprints: 'Huellas SHA-256',
  original: 'Original subido',
  prepared: 'Documento mostrado a los firmantes',
  beforeSeal: 'Con todas las firmas, antes del sello electrónico',
  ledgerHead: 'Última entrada del registro',
  extent:
    'El registro tiene {entries} entradas hasta el sello electrónico. La huella anterior a ese sello es la de los primeros {bytes} bytes de este archivo.',
  verify: 'Cómo verificar',
  scan: 'Escanee el código QR con un teléfono: verá si este documento está registrado y quién lo firmó.',
  visit:
    'O abra {url} y escriba el código de verificación. Elija allí el archivo para comprobar cada firma; el archivo no sale de su dispositivo.',
  offline:
    'El código QR contiene también una declaración firmada con la clave del sello electrónico: basta para comprobar el archivo sin red.',
  nature:
    'Cada persona aquí nombrada firmó con una firma electrónica confirmada por un código de un solo uso que se le envió; después {company} selló el documento. Tras la primera firma solo se añadieron campos, firmas, sellos y este certificado.',
  page: 'Página {n} de {total}',
  range: '{from}–{to} de {total}',
} as const satisfies CertificateTexts;
