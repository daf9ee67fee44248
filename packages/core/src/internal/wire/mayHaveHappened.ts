/** Said wherever a change has no clear answer. */
export const mayHaveHappened = 'The change may have been made: look at the list before you try again.'
