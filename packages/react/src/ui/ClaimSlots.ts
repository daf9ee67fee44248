import type { ClaimSlot } from '@seats/core/ui'
import type { ReactNode } from 'react'

/** The parts of the claim page that an app can replace. Vue has them as slots: `renderMark` is `mark`. */
export interface ClaimSlots {
  /** Replaces the picture at the top, for example with a logo. */
  renderMark?: ((page: ClaimSlot) => ReactNode) | undefined
  /** Replaces the text of the heading. The text is inside of an `<h1>`. */
  renderHeading?: ((page: ClaimSlot) => ReactNode) | undefined
  /** Replaces the text below the heading. */
  renderBody?: ((page: ClaimSlot) => ReactNode) | undefined
  /** Replaces the link that is shown after the claim. */
  renderDone?: ((page: ClaimSlot) => ReactNode) | undefined
}
