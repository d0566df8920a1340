import type { VerifierPhrases } from './verifier-phrases.ts';

export const spanish: VerifierPhrases = {
  title: 'Verificación de un documento',
  onRecord: 'Este código está registrado',
  notYetProof:
    'El código por sí solo no prueba que el papel o el archivo que tiene delante sea auténtico: un código se puede copiar. Para estar seguro, compruebe el archivo; si solo tiene el papel, compárelo con lo que consta aquí y pida el archivo a quien se lo entregó.',
  documentTitle: 'Título',
  reasons: {
    authentic:
      'La huella SHA-256 del archivo es la que se registró al cerrarlo: no ha cambiado ni un byte.',
    altered:
      'El código es conocido, pero la huella SHA-256 del archivo no es la del documento firmado: el archivo se ha modificado o es otro archivo.',
    unknownCode: 'Ningún documento tiene este código.',
    unknownFile:
      'Ningún documento firmado tiene esta huella SHA-256. Con el código impreso en las páginas se puede saber si el archivo se ha modificado.',
    open: 'Aún no han firmado todos el documento con este código: todavía no existe un archivo definitivo.',
    stopped:
      'La firma del documento con este código se interrumpió: no existe un archivo definitivo.',
  },
  status: {
    open: 'A la espera de firmas',
    completed: 'Firmado y sellado',
    declined: 'Rechazado por un firmante',
    voided: 'Anulado por el remitente',
    expired: 'Caducado sin todas las firmas',
    failed: 'Interrumpido por un error',
  },
  role: { director: 'por la empresa', client: 'otra parte' },
  code: 'Código',
  company: 'Empresa',
  created: 'Creado',
  sent: 'Enviado',
  closed: 'Cerrado con el sello electrónico de la empresa',
  available: 'Disponible en su enlace hasta el',
  removed: 'Eliminado según lo previsto el',
  stillVerifiable:
    'El documento se eliminó, según lo previsto. Quien conserve una copia todavía puede verificarla.',
  signers: 'Firmantes',
  signed: 'firmado el',
  waiting: 'aún sin firmar',
  notSigned: 'sin firmar',
  size: 'Tamaño',
  bytes: 'bytes',
  fingerprint: 'Huella SHA-256',
  compare:
    'Para comprobar un archivo sin esta página, calcule su huella SHA-256 y compárela con la indicada.',
  authority: 'Certificado de la autoridad que emitió los certificados de firma',
  names: 'Los nombres están abreviados por confidencialidad: el documento los contiene completos.',
  unknown: 'Documento desconocido',
  unknownHint:
    'Revise el código: son 26 letras y cifras, impresas en cada página en grupos de cinco.',
  nowhere: 'Aquí no hay nada',
  nowhereHint:
    'Esta dirección no lleva a ninguna página. Para verificar un documento, introduzca aquí su código o compruebe su archivo.',
  askCode: 'Código de verificación',
  codeHint: '26 letras y cifras, impresas en cada página en grupos de cinco.',
  show: 'Mostrar',
  details: 'Detalles para expertos',
  needsScript:
    'Para comprobar un archivo en esta página hacen falta JavaScript y un navegador reciente: Safari 17, Firefox 128, Chrome o Edge 111, Samsung Internet 22 o posteriores.',
};
