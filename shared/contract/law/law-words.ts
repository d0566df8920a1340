/** A sentence per applicable law: that of the company's country, independent of the language. */
export interface ByCountry {
  readonly IT: string;
  readonly elsewhere: string;
}

/** Every sentence about the legal effect. To be reviewed by the company's lawyer. */
export interface LawWords {
  /** In which capacity a party signs. */
  readonly capacity: string;
  /**
   * Legal value: Regulation (EU) No 910/2014, Articles 3(10) and 25(1); in Italy D.Lgs. 82/2005, Article
   * 20(1-bis).
   */
  readonly worth: ByCountry;
  /**
   * Formal requirements, for the sender; in Italy Articles 1341 and 1350 c.c. and D.Lgs. 82/2005, Article
   * 21(2-bis).
   */
  readonly form: ByCountry;
}
