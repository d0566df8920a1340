/** A language's words for the parts of a contract: beginnings of labels, in lower case. */
export interface PlaceWords {
  /** Labels of a signature. */
  readonly signature: readonly string[];
  /** Labels of a date. */
  readonly date: readonly string[];
  /** Labels of a place with a date. */
  readonly placeAndDate: readonly string[];
  /** Labels of other values. */
  readonly text: readonly string[];
  /** Parties of a contract, without article: customer, buyer, employee; supplier, seller, employer. */
  readonly client: readonly string[];
  readonly director: readonly string[];
  /** Words before a party: "Per il", "The", "Der". */
  readonly before: readonly string[];
}
