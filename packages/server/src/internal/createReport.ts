/** Tells the operator. It never fails. */
export type Report = (error: unknown) => void

/** Where nobody asked to be told, the console is: an operator has to see that their token is refused. */
// oxlint-disable-next-line no-console
const toConsole: Report = (error) => console.error(error)

/** What an `onError` throws itself, at once or later, changes no answer: the console is told both. */
export function createReport(onError: Report = toConsole): Report {
  const tell = async (error: unknown) => onError(error)
  return (error) =>
    void tell(error)
      .catch((failure: unknown) => {
        toConsole(error)
        toConsole(failure)
      })
      // A console can fail too, at an error that cannot be printed.
      .catch(() => {})
}
