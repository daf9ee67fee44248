import { defineMessages } from '../defineMessages.ts'
import type { Messages } from '../Messages.ts'
import { german } from './german.ts'

/** German that addresses the user with "Sie". */
export const de: Messages = /* @__PURE__ */ defineMessages(german)
