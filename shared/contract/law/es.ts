import type { LawWords } from './law-words.ts';

/** To be reviewed by the company's lawyer. */
export const es: LawWords = {
  capacity: 'Firma por sí mismo o en la calidad que se indica en el documento.',
  worth: {
    IT: 'Es una firma electrónica en el sentido del artículo 3, punto 10, del Reglamento (UE) n.º 910/2014 (eIDAS), llamada en Italia también «simple»: no puede rechazarse como prueba por el mero hecho de ser electrónica. Si un documento así firmado cumple el requisito de la forma escrita, y qué valor tiene como prueba, lo aprecia libremente el juez según su seguridad, integridad e inmodificabilidad (artículo 20, apartado 1-bis, del Código italiano de la administración digital, Decreto Legislativo 82/2005). Para algunos actos la ley exige una forma más solemne, que esta firma no ofrece.',
    elsewhere:
      'Es una firma electrónica en el sentido del artículo 3, punto 10, del Reglamento (UE) n.º 910/2014 (eIDAS): no puede rechazarse como prueba por el mero hecho de ser electrónica. Para algunos actos la ley exige una forma más solemne, que esta firma no ofrece.',
  },
  form: {
    IT: 'Los actos para los que el artículo 1350 del Código Civil italiano exige la forma escrita y las cláusulas que deben aprobarse expresamente según el artículo 1341 pueden requerir otro tipo de firma (artículo 21, apartado 2-bis, del Código de la administración digital). En caso de duda, consulte a su asesor jurídico antes de enviar.',
    elsewhere:
      'Para algunos actos la ley exige una forma más solemne que esta firma electrónica, como otro tipo de firma o una escritura notarial. En caso de duda, consulte a su asesor jurídico antes de enviar.',
  },
};
