import { defineMessages } from '../defineMessages.ts'
import type { Messages } from '../Messages.ts'
import { count } from './count.ts'
import { errors } from './errors.ts'
import { issues } from './issues.ts'
import { pages } from './pages.ts'
import { team } from './team.ts'

/** English. */
export const en: Messages = /* @__PURE__ */ defineMessages({
  locale: 'en',
  terms: {
    seat: {
      one: 'seat',
      other: 'seats',
      title: 'Seats',
      of: 'seats',
      a: 'a seat',
      the: 'the seat',
      no: 'no seat',
    },
  },
  texts: (tools) => ({ ...team(tools), ...count(tools), ...pages(tools), ...errors(tools), ...issues(tools) }),
})
