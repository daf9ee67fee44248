import type { SeatSource } from '@seats/core'
import type { WordsOptions } from '@seats/core/ui'

/** Props that every component has. */
export interface CommonProps extends WordsOptions {
  className?: string | undefined
}

/** Props of the components that show the seats of a subscription or order. */
export interface PartProps extends CommonProps {
  /** The subscription or order. As long as this is `null` or `undefined`, the component waits. */
  source: SeatSource | null | undefined
}
