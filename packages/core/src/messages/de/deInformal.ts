import { defineMessages } from '../defineMessages.ts'
import { mergePatch } from '../mergePatch.ts'
import type { Messages } from '../Messages.ts'
import { german } from './german.ts'
import { count } from './informal/count.ts'
import { errors } from './informal/errors.ts'
import { issues } from './informal/issues.ts'
import { pages } from './informal/pages.ts'
import { team } from './informal/team.ts'

/** German that addresses the user with "du". The texts that do not address the user are those of `de`. */
export const deInformal: Messages = /* @__PURE__ */ defineMessages({
  ...german,
  texts: (tools) => {
    const informal = { ...team(tools), ...count(tools), ...pages(tools), ...errors(tools), ...issues(tools) }
    return mergePatch(german.texts(tools), informal)
  },
})
