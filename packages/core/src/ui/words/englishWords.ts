import { enPanel } from '../../messages/en/enPanel.ts'
import type { Messages } from '../../messages/Messages.ts'
import type { PanelMessages } from '../../messages/PanelMessages.ts'

/** The texts of the components below a provider. */
export interface Words {
  panel: PanelMessages
  /**
   * Returns the whole catalogue. Takes the English one, so that only a component that needs a whole catalogue brings the
   * English one.
   */
  all: (en: Messages) => Messages
}

/** The texts of the components without a provider. */
export const englishWords: Words = { panel: enPanel, all: (en) => en }
