import { defineMessages } from '../defineMessages.ts'
import type { Messages } from '../Messages.ts'
import { count } from './count.ts'
import { errors } from './errors.ts'
import { issues } from './issues.ts'
import { pages } from './pages.ts'
import { team } from './team.ts'

/** Japanese. All forms of the seat are the same word, because the language has neither articles nor plurals. */
export const ja: Messages = /* @__PURE__ */ defineMessages({
  locale: 'ja',
  space: '',
  terms: {
    seat: {
      one: 'シート',
      other: 'シート',
      title: 'シート',
      of: 'シート',
      a: 'シート',
      the: 'シート',
      no: 'シート',
    },
  },
  texts: (tools) => ({ ...team(tools), ...count(tools), ...pages(tools), ...errors(tools), ...issues(tools) }),
})
