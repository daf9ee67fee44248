/** Limits of calls to Polar in a minute. */
export interface RatePerMinute {
  /**
   * The most calls of each `actor`. Default 80. Polar allows the whole organization 100 in the sandbox and 500 in
   * production. This server's minutes and Polar's minutes begin at different times, so Polar can get twice this number
   * of calls in one of its minutes. If that is above Polar's limit, Polar answers 429 until its minute is over.
   */
  actor?: number | undefined
  /** The most claim calls of each IP address. Default 30. */
  address?: number | undefined
}
