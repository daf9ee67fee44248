/** The consequences of a change of a subscription. */
export interface Change {
  /** Set if nothing has changed. Then no webhook is sent. */
  isUnchanged?: true
  /** `invoice`: an order for everything unbilled. `cycle`: the next period starts now. */
  bill?: 'invoice' | 'cycle'
}
