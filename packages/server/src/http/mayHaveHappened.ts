/**
 * The same sentence as in core, which does not export its texts. A test compares them, because core's workflows replace
 * it.
 */
export const mayHaveHappened = 'The change may have been made: look at the list before you try again.'
