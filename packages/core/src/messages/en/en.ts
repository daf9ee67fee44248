import { defineMessages } from '../defineMessages.ts'
import { mergePatch } from '../mergePatch.ts'
import type { Messages } from '../Messages.ts'
import { bulk } from './bulk.ts'
import { count } from './count.ts'
import { englishPanel } from './enPanel.ts'
import { laterErrors } from './laterErrors.ts'
import { lineIssues } from './lineIssues.ts'
import { pages } from './pages.ts'

/** English. */
export const en: Messages = /* @__PURE__ */ defineMessages({
  ...englishPanel,
  texts: (tools) =>
    mergePatch(englishPanel.texts(tools), {
      ...pages(tools),
      bulk: bulk(tools),
      seatCount: count(tools),
      issues: lineIssues(tools),
      errors: laterErrors(tools),
    }),
})
