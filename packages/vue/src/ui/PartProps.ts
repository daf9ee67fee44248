import type { SeatSource } from '@seats/core'
import type { Messages } from '@seats/core/messages'

/** Props that every component has. */
export interface CommonProps {
  /** A catalogue of `@seats/core/messages`. Default: the catalogue of the provider around the component, or English. */
  messages?: Messages | undefined
  /** A BCP 47 tag, for dates and numbers. Default: the catalogue's locale. */
  locale?: string | undefined
  /**
   * An IANA name, such as `Europe/Berlin`. Default: the browser's. Give it if the page is rendered on a server, so that
   * the server and the browser write the same dates.
   */
  timeZone?: string | undefined
}

/** Props of the components that show the seats of a subscription or order. */
export interface PartProps extends CommonProps {
  /** The subscription or order. As long as this is `null` or `undefined`, the component waits. */
  source: SeatSource | null | undefined
}
