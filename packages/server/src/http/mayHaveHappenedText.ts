/**
 * Must be equal to the sentence in core, which does not export its texts. Core finds this exact sentence in the
 * server's error text and removes it. A test checks that both are equal.
 */
export const mayHaveHappenedText = 'The change may have been made: look at the list before you try again.'
