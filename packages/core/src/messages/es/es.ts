import { defineMessages } from '../defineMessages.ts'
import type { Messages } from '../Messages.ts'
import { count } from './count.ts'
import { errors } from './errors.ts'
import { issues } from './issues.ts'
import { pages } from './pages.ts'
import { team } from './team.ts'

/** Spanish that addresses the user with "usted". The form `of` begins with the preposition: "de plazas". */
export const es: Messages = /* @__PURE__ */ defineMessages({
  locale: 'es',
  terms: {
    seat: {
      one: 'plaza',
      other: 'plazas',
      many: 'de plazas',
      title: 'Plazas',
      of: 'de plazas',
      a: 'una plaza',
      the: 'la plaza',
      no: 'ninguna plaza',
    },
  },
  texts: (tools) => ({ ...team(tools), ...count(tools), ...pages(tools), ...errors(tools), ...issues(tools) }),
})
