import type { Messages } from '../Messages.ts'
import { defineGerman } from './defineGerman.ts'

/** The German texts that address the user with "du". */
export const deInformal: Messages = /* @__PURE__ */ defineGerman((_formal, informal) => informal)
