import type { SeatsMirror } from './mirror/createSeatsMirror.ts'
import type { SeatsStore } from './store/SeatsStore.ts'
import type { SeatsWebhookCallbacks } from './webhooks/SeatsWebhookEvents.ts'

/** Options of `createSeatsWebhookHandler`. */
export interface SeatsWebhookHandlerOptions {
  /**
   * The endpoint's secret: `whsec_…`, `polar_whs_…` or a text that you chose. Give several while you replace one.
   * Blanks, line breaks and quotes around a secret are ignored.
   */
  secret: string | readonly string[]
  /**
   * Callbacks by event type. Each is called at least once for an event, and normally once. If it throws, it is called
   * again when Polar sends the event again.
   */
  on?: SeatsWebhookCallbacks | undefined
  /** The same store as the one of `createSeatsHandler`. Default: the store of the process. */
  store?: SeatsStore | undefined
  /** Keeps tables of your database equal to the rosters: the result of `createSeatsMirror`. */
  mirror?: SeatsMirror | undefined
  /**
   * Gets each error that a callback or the store throws. Also gets one error if something reads the bodies before this
   * handler does. Default: `console.error`.
   */
  onError?: ((error: unknown) => void) | undefined
}
