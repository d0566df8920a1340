import type { LawWords } from './law-words.ts';

/** To be reviewed by the company's lawyer. */
export const it: LawWords = {
  capacity: 'Firma per sé, oppure nella qualità indicata nel documento.',
  worth: {
    IT: 'È una firma elettronica ai sensi dell’articolo 3, punto 10, del Regolamento (UE) n. 910/2014 (eIDAS), detta anche firma elettronica «semplice»: non può essere rifiutata come prova solo perché elettronica. Se un documento firmato così soddisfi il requisito della forma scritta, e che valore abbia come prova, lo valuta liberamente il giudice in base alle sue caratteristiche di sicurezza, integrità e immodificabilità (articolo 20, comma 1-bis, del Codice dell’amministrazione digitale, D.Lgs. 82/2005). Alcuni atti richiedono per legge una forma più solenne, che questa firma non offre.',
    elsewhere:
      'È una firma elettronica ai sensi dell’articolo 3, punto 10, del Regolamento (UE) n. 910/2014 (eIDAS): non può essere rifiutata come prova solo perché elettronica. Alcuni atti richiedono per legge una forma più solenne, che questa firma non offre.',
  },
  form: {
    IT: 'Gli atti per i quali l’articolo 1350 del codice civile chiede la forma scritta e le clausole da approvare specificamente secondo l’articolo 1341 possono richiedere un altro tipo di firma (articolo 21, comma 2-bis, del Codice dell’amministrazione digitale). In caso di dubbio chieda al suo legale prima di inviare.',
    elsewhere:
      'Per alcuni atti la legge richiede una forma più solenne di questa firma elettronica, per esempio un altro tipo di firma o un notaio. In caso di dubbio chieda al suo legale prima di inviare.',
  },
};
