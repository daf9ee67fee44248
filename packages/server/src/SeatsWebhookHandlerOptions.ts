import type { SeatsMirror } from './mirror/createSeatsMirror.ts'
import type { SeatRecovery } from './recovery/createSeatRecovery.ts'
import type { LapsedTeam } from './recovery/recordRecovery.ts'
import type { SeatsStore } from './store/SeatsStore.ts'
import type { SeatsWebhookCallbacks } from './webhooks/SeatsWebhookEvents.ts'

/** Options of `createSeatsWebhookHandler`. */
export interface SeatsWebhookHandlerOptions {
  /**
   * The endpoint's secret: `whsec_…`, `polar_whs_…` or a text that you chose. While you replace a secret, give the old
   * one and the new one. Blanks, line breaks and quotes around a secret are ignored.
   */
  secret: string | readonly string[]
  /**
   * Callbacks by event type. Each callback is normally called once for an event. A callback that throws is called again
   * when Polar sends the event again.
   */
  on?: SeatsWebhookCallbacks | undefined
  /** The store that `createSeatsHandler` uses. Default: the store of the process. */
  store?: SeatsStore | undefined
  /** Keeps tables of your database equal to the rosters: the result of `createSeatsMirror`. */
  mirror?: SeatsMirror | undefined
  /**
   * Seats a team again after a failed payment or a pause: the result of `createSeatRecovery`. The webhook handler only
   * passes events to the recovery, and seats nobody.
   */
  recovery?: SeatRecovery | undefined
  /**
   * Normally called once when Polar has revoked all seats of a subscription that is past due or paused. Not called if
   * only one person had a seat, because somebody may have revoked that seat by hand. Polar does not inform the people
   * of the team, so your app should. This option needs a `recovery`, which remembers them.
   */
  onLapse?: ((team: LapsedTeam) => void | Promise<void>) | undefined
  /**
   * Gets each error of a callback, of the store, of the mirror and of the recovery. Also gets one error if the bodies
   * of requests are read before this handler gets them. Default: `console.error`.
   */
  onError?: ((error: unknown) => void) | undefined
}
