/** The last sentence in the error of a change whose answer was lost. */
export const mayHaveHappenedText = 'The change may have been made: look at the list before you try again.'
