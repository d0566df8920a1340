import type { RefusalPhrases } from './refusal-phrases.ts';

export const spanish: RefusalPhrases = {
  sentences: {
    address_not_verified:
      'Su inicio de sesión no confirma su dirección de correo: use el enlace del mensaje que se le ha enviado.',
    already_signed: 'El documento ya se firmó[ el {at}].',
    batch_over_limit:
      'El archivo necesita más de lo que hoy es posible[: {asked} {act}, y quedan {left}][, hasta el {until}]. Divida el archivo o vuelva a intentarlo más tarde.',
    batch_unknown: 'Este envío a muchos no existe o ya no se conserva.',
    body_too_large: 'La solicitud es demasiado grande[: {most} bytes como máximo].',
    cell_missing: 'Rellene la celda[ «{column}»][ de la fila {row}].',
    code_elsewhere:
      'El último código se pidió en otra página o en otro dispositivo: introdúzcalo allí o haga que se envíe uno nuevo aquí.',
    code_expired:
      'El código ha caducado: es válido durante cinco minutos. Puede solicitar uno nuevo.',
    code_limit:
      'Se han enviado demasiados códigos en la última hora. Podrá solicitar uno nuevo[ dentro de {seconds}].',
    code_locked:
      'Por seguridad no se pueden enviar más códigos. El remitente puede desbloquearlo con una nueva invitación.',
    code_not_locked: 'Todavía se puede enviar un código: solicítelo aquí.',
    code_too_soon: 'Se acaba de enviar un código. Podrá solicitar otro[ dentro de {seconds}].',
    code_used: 'Este código ya se ha usado. Puede solicitar uno nuevo.',
    code_wrong:
      'El código no es correcto.[ Intentos restantes: {triesLeft}.][ Se han enviado {codes} códigos: solo vale el más reciente.] Puede volver a intentarlo o solicitar uno nuevo.',
    column_missing: 'Falta una columna en la primera fila[: «{column}»].',
    column_repeated: 'Una columna está dos veces[: «{column}»].',
    column_unknown:
      'Una columna no corresponde a nada[: «{column}»]: quítela o dele el nombre que tiene en el archivo de ejemplo.',
    confirmation_required: 'Introduzca primero el código que reciba.',
    consent_outdated: 'Las condiciones han cambiado: léalas y acéptelas de nuevo.',
    consent_required: 'Acepte las condiciones antes de continuar.',
    contact_invalid: 'No se pueden enviar mensajes a esta dirección o a este número.',
    copy_not_needed:
      'Ya recibe el documento firmado por correo electrónico: no hace falta otra dirección.',
    contact_unknown: 'Este contacto no existe.',
    country_not_served:
      'No se pueden enviar SMS a ese país[ (número de {name})]: elija el correo electrónico.',
    csv_too_large: 'El archivo CSV es demasiado grande[: como máximo {most} bytes].',
    csv_unreadable:
      'No se puede leer el archivo CSV[ en la fila {row}][, columna {column}][: {problem}].',
    date_out_of_range:
      'Revise la fecha[ de «{label}»][: {date} no está entre el {earliest} y el {latest}].',
    deadline_out_of_range: 'El plazo puede terminar un día[ del {earliest} al {latest}].',
    director_first: 'En esta empresa firma primero quien la representa y después la otra parte.',
    delivery_unknown: 'Este envío ya no existe: los envíos se conservan 30 días.',
    document_changed:
      'El documento ha cambiado desde que se mostró: léalo de nuevo y solicite otro código.',
    document_missing: 'Todavía no hay documento: suba un PDF y espere a que se compruebe.',
    document_not_ready: 'El documento aún se está preparando: vuelva a intentarlo en un momento.',
    document_not_shown: 'Antes de firmar hay que ver el documento: vuelva a cargar esta página.',
    document_removed:
      'El documento se eliminó[ el {at}], según lo previsto. Una copia conservada todavía se puede verificar.',
    draft_changed: 'El borrador se ha modificado en otra pestaña o por otra persona.',
    envelope_closed: 'La solicitud de firma está cerrada[: {status}].',
    envelope_unknown: 'Esta solicitud de firma no existe.',
    field_kind: 'El valor[ de «{label}»] no es válido[: debe ser {kind}].',
    field_missing: 'Rellene el campo[ «{label}»].',
    field_not_yours: 'Este campo debe rellenarlo otra persona.',
    field_of_nobody:
      'El campo[ «{label}»][ de la página {page}] no es de nadie: asígnelo a alguien o elimínelo.',
    field_too_long: 'El valor[ de «{label}»] es demasiado largo[: {most} caracteres como máximo].',
    field_too_small:
      'El campo[ «{label}»][ de la página {page}] es demasiado pequeño para rellenarlo[: necesita al menos {width} × {height} puntos].',
    field_unknown: 'El campo[ «{field}»] no existe en este documento.',
    fields_invalid:
      'El campo[ «{label}»][ de la página {page}] no se puede colocar así[: {problem}].',
    forbidden: 'No tiene permiso para realizar esta operación.',
    idempotency_key_reused:
      'En el último día se envió otra solicitud con esta Idempotency-Key: elija una clave nueva.',
    image_damaged: 'La imagen está dañada: elija otra.',
    image_too_large: 'La imagen es demasiado grande: elija una más pequeña.',
    image_type: 'La imagen debe ser un archivo PNG o JPEG.',
    language_not_offered: 'Ese idioma no está disponible[: {language}]. Elija otro.',
    layout_invalid: 'Los campos no se pueden dibujar así en el documento.',
    link_invalid:
      'Este enlace no es válido o ya no está activo. Use el enlace del mensaje más reciente o pida uno nuevo al remitente.',
    method_not_allowed: 'Esta dirección no acepta una solicitud así.',
    not_completed: 'Aún no han firmado todos el documento.',
    not_draft: 'La solicitud de firma ya se ha enviado y no se puede modificar.',
    not_found: 'Aquí no hay nada.',
    not_your_turn: 'Todavía no es su turno: antes deben firmar otras personas.',
    number_not_mobile:
      'Los SMS solo llegan a teléfonos móviles[, y el número de {name} no lo es]: corríjalo o elija el correo electrónico.',
    option_repeated:
      'Dos opciones del campo[ «{label}»][ de la página {page}] se leen igual[: «{option}»].',
    option_too_long:
      'La opción[ «{option}»] no cabe en el campo[ «{label}»][ de la página {page}]: acórtela[ o amplíe el campo a {width} puntos como mínimo].',
    owner_unknown:
      'Indique una de las personas en cuyo nombre puede actuar este token[: {email} no es una de ellas].',
    parties_invalid: 'Los datos de la solicitud de firma no son correctos[: {problem}].',
    party_unknown: 'Esta persona no forma parte de la solicitud de firma.',
    pdf_damaged:
      'El PDF está dañado y no se puede reparar sin riesgo: créelo de nuevo a partir del documento original.',
    pdf_embedded_files: 'El PDF contiene archivos adjuntos: quítelos y súbalo de nuevo.',
    pdf_encrypted:
      'El PDF está protegido con contraseña o restricciones: guárdelo sin protección y súbalo de nuevo.',
    pdf_form_text:
      'Un campo de formulario del PDF tiene un carácter que no se puede reproducir[: «{character}»]. Imprima el formulario relleno como PDF normal y suba ese archivo.',
    pdf_signed: 'El PDF ya lleva una firma digital, que se perdería: suba el documento sin firmar.',
    pdf_too_large: 'El PDF es demasiado grande: se admiten como máximo 50 MB y 2.000 páginas.',
    pdf_unforeseen:
      'No hemos podido procesar este PDF, y el error es nuestro: se ha comunicado a los responsables del servicio. Imprímalo como un PDF nuevo y suba ese.',
    pdf_unsafe:
      'El PDF tiene un contenido que no se puede firmar con seguridad: créelo de nuevo a partir del documento original.',
    pdf_xfa: 'El PDF es un formulario dinámico (XFA): imprímalo como PDF normal y súbalo de nuevo.',
    person_missing: 'Indique la persona[ para el puesto «{place}»].',
    place_unknown: 'La plantilla no tiene ningún puesto[ «{place}»].',
    place_unnamed: 'Dé un nombre al puesto[ de {name}], por ejemplo «Cliente».',
    request_under_way:
      'Esta solicitud aún se está ejecutando: envíela de nuevo en unos segundos para obtener la respuesta.',
    scope_missing:
      'Este token no lo permite[: falta el ámbito {scope}]. Un administrador puede crear otro.',
    session_expired: 'La sesión ha caducado: abra de nuevo el enlace.',
    session_missing: 'Para continuar abra el enlace que ha recibido.',
    signature_blank: 'En la imagen no se ve nada: elija una en la que se vea la tinta.',
    signature_field_missing: 'Falta el campo de firma de un firmante[: {name}].',
    signature_missing: 'Falta la firma.',
    signature_unreadable: 'Una firma escrita con el teclado es un nombre: escríbala con letras.',
    stamp_field_missing: 'Falta el campo del sello de un firmante que debe ponerlo[: {name}].',
    stamp_missing: 'Falta el sello.',
    tag_not_removable:
      'La etiqueta[ «{tag}»][ de la página {page}] no se puede quitar del documento: escríbala con un solo tipo de letra y en horizontal, o bórrela, y suba de nuevo el PDF.',
    template_archived: 'La plantilla está archivada: sáquela primero del archivo.',
    template_changed: 'La plantilla se modificó en otra pestaña o por otra persona.',
    template_full:
      'La plantilla se ha modificado demasiadas veces[: {most} como máximo]. Duplíquela y continúe con la copia.',
    template_unknown: 'Esta plantilla no existe.',
    text_empty: 'Un texto no contiene nada visible: escríbalo de nuevo.',
    text_not_covered:
      'El texto[ de «{label}»][ «{text}»] tiene un carácter que no se puede imprimir[: «{character}»]. Las letras pueden ser latinas, griegas o cirílicas.',
    text_unreadable:
      'El texto[ de «{label}»] contiene caracteres ocultos que harían leerlo de otro modo: bórrelo y escríbalo de nuevo.',
    token_ended: 'Este token de API ha caducado[ el {at}]: un administrador puede crear uno nuevo.',
    token_missing:
      'Envíe un token de API en la cabecera Authorization, después de la palabra Bearer.',
    token_unknown: 'Este token de API no existe: compruebe que se copió entero.',
    token_withdrawn:
      'Este token de API se retiró[ el {at}]: un administrador puede crear uno nuevo.',
    too_many: 'Se ha alcanzado el límite[: {act}][. Podrá continuar a partir del {until}].',
    too_soon: 'Esto se acaba de hacer. Podrá repetirlo[ dentro de {seconds}].',
    upload_missing: 'El archivo no ha llegado: súbalo de nuevo.',
    value_too_long: 'El texto[ de «{label}»] no cabe en su espacio: acórtelo.',
    values_missing: 'Faltan los valores que debe introducir la empresa.',
    webhook_address:
      'La dirección debe empezar por https:// y llevar a un servidor en internet, no a una red interna.',
    webhook_unknown: 'Este webhook no existe.',
    webhooks_full:
      'No se pueden añadir más webhooks[: como máximo {most}]. Elimine uno que ya no haga falta.',
  },
  terms: {
    draft: 'en borrador',
    preparing: 'en preparación',
    signing: 'en proceso de firma',
    signed: 'todos han firmado',
    completed: 'completada',
    declined: 'rechazada',
    voided: 'anulada',
    expired: 'caducada',
    failed: 'interrumpida por un error',
    purged: 'documento eliminado',
    text: 'un texto',
    number: 'un número',
    date: 'una fecha',
    checkbox: 'una casilla para marcar',
    choice: 'una de las opciones propuestas',
    page: 'esa página no existe',
    id: 'su identificador está repetido',
    party: 'ese firmante no existe',
    kind: 'las firmas y los sellos pertenecen a un firmante',
    options: 'no hay opciones entre las que elegir',
    outside_page: 'se sale de la página',
    too_much: 'hay demasiados campos para un solo documento',
    none: 'falta un firmante',
    too_many: 'puede haber diez firmantes como máximo',
    same_id: 'dos firmantes tienen el mismo identificador',
    schedule: 'el plazo o los recordatorios no son posibles',
    dates: 'su primer día es posterior al último',
    remind: 'recordatorios a esta persona',
    resend: 'nuevas invitaciones a esta persona',
    correct: 'correcciones de este contacto',
    handOver: 'traspasos de esta solicitud a otro compañero',
    consent: 'aceptaciones de las condiciones',
    open: 'aperturas de este enlace',
    edit: 'cambios de este borrador',
    create: 'nuevas solicitudes de firma',
    send: 'solicitudes de firma enviadas',
    upload: 'archivos subidos',
    text_message: 'SMS',
    template: 'cambios en plantillas',
    webhook: 'cambios y pruebas de webhooks',
    contact: 'contactos añadidos o modificados',
    copy: 'copias por correo electrónico a esta dirección',
    batch: 'solicitudes de firma enviadas a muchos',
    not_text: 'no es un archivo de texto',
    no_rows: 'no hay filas debajo de los nombres de las columnas',
    quote_open: 'unas comillas no se cierran',
    too_many_rows: 'hay demasiadas filas, como máximo mil',
    too_many_columns: 'hay demasiadas columnas',
    no_header: 'la columna no tiene nombre en la primera fila',
    cell_too_long: 'el texto de la celda es demasiado largo',
  },
};
