/** What the places of a contract are called in a language: beginnings of labels, in lower case. */
export interface PlaceWords {
  /** Where somebody signs. */
  readonly signature: readonly string[];
  /** Where a date alone is written. */
  readonly date: readonly string[];
  /** Where a place and a date are written. */
  readonly placeAndDate: readonly string[];
  /** What is filled in beside its name. */
  readonly text: readonly string[];
  /** Sides of a contract, without their article: who orders, buys, works for; who supplies, sells, employs. */
  readonly client: readonly string[];
  readonly director: readonly string[];
  /** Stand before a side: "Per il", "The", "Der". */
  readonly before: readonly string[];
}
