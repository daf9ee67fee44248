/**
 * The same sentence as in core, which does not export its texts. Core searches the server's error text for this exact
 * sentence and takes it out. So both must be equal, and a test checks that.
 */
export const mayHaveHappenedText = 'The change may have been made: look at the list before you try again.'
