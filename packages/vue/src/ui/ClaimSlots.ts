import type { ClaimSlot } from '@seats/core/ui'

/** The parts of the claim page that an app can replace. React has them as props: `mark` is `renderMark`. */
export interface ClaimSlots {
  /** Replaces the picture at the top, for example with a logo. */
  mark?: (page: ClaimSlot) => unknown
  /** Replaces the text of the heading. The text is inside of an `<h1>`. */
  heading?: (page: ClaimSlot) => unknown
  /** Replaces the text below the heading. */
  body?: (page: ClaimSlot) => unknown
  /** Replaces the link that is shown after the claim. */
  done?: (page: ClaimSlot) => unknown
}
