/** How failed calls are sent again. Only calls that cannot do anything twice are. */
export interface RetryOptions {
  /** Tries in all, the first one included. Default 3. */
  attempts?: number | undefined
  /** Milliseconds that the first pause is at most. Doubles with each try. Default 300. */
  minDelay?: number | undefined
  /** Milliseconds that a pause is at most. If the server asks for more, the call fails at once. Default 75 000. */
  maxDelay?: number | undefined
  /** Milliseconds after the first try by which every pause must end; otherwise the call fails at once. Default: none. */
  giveUpAfter?: number | undefined
}
