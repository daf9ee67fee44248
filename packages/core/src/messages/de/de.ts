import type { Messages } from '../Messages.ts'
import { defineGerman } from './defineGerman.ts'

/** German that says "Sie". */
export const de: Messages = /* @__PURE__ */ defineGerman((formal) => formal)
