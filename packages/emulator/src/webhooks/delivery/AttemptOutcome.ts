/** The outcome of an attempt to deliver a webhook. */
export interface AttemptOutcome {
  /** The status of the answer, or null if there was no answer. */
  code: number | null
  /** The beginning of the answer's body, or a sentence that says why the attempt failed. */
  response: string | null
}
