/** Decides how failed calls are sent again. A call that could change something twice is never sent again. */
export interface RetryOptions {
  /** The largest number of times that a call is sent, including the first. Default 3. */
  attempts?: number | undefined
  /**
   * Each pause is random. The first pause is at most this long, in milliseconds. This maximum doubles with each
   * attempt, up to `maxDelay`. Default 300.
   */
  minDelay?: number | undefined
  /**
   * The longest pause, in milliseconds. If the server asks for a longer pause, the call fails at once. Default 75 000.
   */
  maxDelay?: number | undefined
  /**
   * Milliseconds since the first attempt began. If the next pause would end after this time, the call fails at once.
   * Default: no limit.
   */
  giveUpAfter?: number | undefined
}
