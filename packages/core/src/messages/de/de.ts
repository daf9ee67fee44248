import { defineMessages } from '../defineMessages.ts'
import type { Messages } from '../Messages.ts'
import { german } from './german.ts'

/** German that says "Sie". */
export const de: Messages = /* @__PURE__ */ defineMessages(german)
