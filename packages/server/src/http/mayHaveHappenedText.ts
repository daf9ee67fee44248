/**
 * The same sentence as in core, which does not export its texts. Core's workflows replace this sentence, so a test
 * compares the two.
 */
export const mayHaveHappenedText = 'The change may have been made: look at the list before you try again.'
