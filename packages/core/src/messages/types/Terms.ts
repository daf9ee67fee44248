/**
 * The forms of the word for a seat. Each sentence takes the form that fits, so a renamed seat is right in languages
 * with genders, cases or plurals. Give all forms that are required, because each of them is in some sentence.
 */
export interface SeatForms {
  /** After a number, for the plural category `one` of the language: "1 seat". */
  one: string
  /** After a number, for every category that has no form of its own: "5 seats". */
  other: string
  /** Forms for the other categories of `Intl.PluralRules`, if the language has them. */
  zero?: string
  two?: string
  few?: string
  many?: string
  /** As a title, in the plural: "Seats". */
  title: string
  /**
   * In the plural, after a preposition or a word such as "more": "more seats". German needs the dative here
   * ("von 5 Plätzen"). French and Spanish need the preposition too ("de places").
   */
  of: string
  /** As an object, with the indefinite article: "a seat". */
  a: string
  /** As an object, with the definite article: "the seat". */
  the: string
  /** As an object, negated: "no seat". French needs the words after "pas": "de place". */
  no: string
}

/** The words that a product can rename. */
export interface Terms {
  seat: SeatForms
}
