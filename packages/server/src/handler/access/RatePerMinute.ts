/** Limits of calls to Polar in a minute. */
export interface RatePerMinute {
  /**
   * For each `actor`. Default 80. Polar allows the whole organization 100 in the sandbox and 500 in production. This
   * server's minutes and Polar's begin at different times, so that up to twice this number can fall into one of Polar's
   * minutes. Polar then answers 429 until its minute is over.
   */
  actor?: number | undefined
  /** For claims, for each IP address. Default 30. */
  address?: number | undefined
}
