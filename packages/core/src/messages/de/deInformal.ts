import type { Messages } from '../Messages.ts'
import { defineGerman } from './defineGerman.ts'

/** German that says "du". */
export const deInformal: Messages = /* @__PURE__ */ defineGerman((_formal, informal) => informal)
