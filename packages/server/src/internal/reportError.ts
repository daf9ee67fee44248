/** Where nobody asked to be told, the console is: an operator has to see that their token is refused. */
// oxlint-disable-next-line no-console
export const reportError = (error: unknown): void => console.error(error)
