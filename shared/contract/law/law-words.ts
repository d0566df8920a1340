/** A sentence by whose law it speaks of: that of the company's country, whatever the language. */
export interface ByCountry {
  readonly IT: string;
  readonly elsewhere: string;
}

/** Every sentence that says what the law says. For review by the company's lawyer. */
export interface LawWords {
  /** As whom a party signs. */
  readonly capacity: string;
  /** Regulation (EU) No 910/2014, Articles 3(10) and 25(1); in Italy D.Lgs. 82/2005, Article 20(1-bis). */
  readonly worth: ByCountry;
  /** To the sender; in Italy Articles 1341 and 1350 c.c. and D.Lgs. 82/2005, Article 21(2-bis). */
  readonly form: ByCountry;
}
