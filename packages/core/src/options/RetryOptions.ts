/**
 * Decides how failed calls are sent again. A call that changes something is sent again only after an answer that proves
 * nothing changed, such as a 429.
 */
export interface RetryOptions {
  /** The largest number of times that a call is sent, including the first. Default 3. */
  attempts?: number | undefined
  /**
   * The longest random part of the first pause, in milliseconds. It doubles with each attempt, up to `maxDelay`. The time
   * that the server asks for is added. Default 300.
   */
  minDelay?: number | undefined
  /**
   * The longest pause, in milliseconds. If the server asks for a longer pause, the call fails at once. Default 75 000.
   */
  maxDelay?: number | undefined
  /**
   * Milliseconds since the first attempt began. No pause ends later: a random pause is shortened. If the server asks for
   * a longer pause, or the time is over, the call fails at once. Default: no limit.
   */
  giveUpAfter?: number | undefined
}
