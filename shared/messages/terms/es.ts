import type { TermsWords } from './terms-words.ts';

export const termsSpanish = ({
  company,
  documentDays,
  evidenceYears,
  archiveYears,
  worth,
  capacity,
}: TermsWords): string =>
  `Condiciones para firmar en línea

Qué acepta
Acepta leer este documento en forma electrónica y firmarlo con una firma electrónica confirmada por un código de un solo uso. Nadie está obligado a firmar de este modo: puede pedir a ${company} que la firma sea en papel.

Cómo se firma
Enviamos un código de seis cifras a la dirección de correo o al número de teléfono que ${company} indicó para usted. Al introducirlo confirma que tiene acceso a ese medio. El código es válido durante cinco minutos y para un solo uso; nadie de ${company} se lo pedirá. Después rellena sus campos, elige el aspecto de su firma y firma.

Quién firma y quién sella
Firma usted, como persona: el sistema crea una clave para esta única firma, certificada por ${company} a su nombre y para el medio confirmado, y la elimina de inmediato. Cuando todos han firmado, ${company} pone su propio sello electrónico en el documento. Ese sello es de la empresa y no sustituye su firma. ${capacity}

Qué valor tiene
${worth}

Qué se registra
Registramos su nombre, su dirección o número, la dirección de red (IP), el tipo de navegador y los momentos en que abre el enlace, acepta estas condiciones, recibe e introduce el código, firma o rechaza, junto con las huellas (SHA-256) del documento y de lo que entrega y, si indica una, la dirección de correo electrónico para su copia. Lo que escribe y las imágenes de su firma y su sello pasan a formar parte del documento.

Durante cuánto tiempo
El documento firmado permanece en su enlace ${documentDays} días tras la conclusión; después se elimina con todo lo que se introdujo en él, por lo que le rogamos que conserve una copia.${archived(archiveYears, company)} El registro de los hechos, que no es público, se conserva ${evidenceYears} años como prueba. Durante el mismo tiempo, quien tenga una copia puede verificarla en línea: la verificación muestra fechas, huellas y nombres abreviados, no el contenido.

Cómo retirarse
Mientras no haya firmado puede cerrar la página sin ninguna consecuencia, o rechazar indicando un motivo, que el remitente podrá leer. Así retira también este consentimiento. Después de firmar, la solicitud ya no puede retirarse aquí: para el contrato y para sus datos, diríjase a ${company}.
`;

const archived = (years: number, company: string): string =>
  years > 0
    ? ` ${company} guarda una copia, con su registro, en un archivo propio durante ${years} años; no vuelve a su enlace.`
    : '';
