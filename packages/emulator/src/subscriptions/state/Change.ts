/** What a change of a subscription leads to. */
export interface Change {
  /** Nothing was changed: nobody is told. */
  isUnchanged?: true
  /** An order for what is unbilled now (`invoice`), or the next period at once (`cycle`). */
  bill?: 'invoice' | 'cycle'
}
