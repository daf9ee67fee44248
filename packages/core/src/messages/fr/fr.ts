import { defineMessages } from '../defineMessages.ts'
import type { Messages } from '../Messages.ts'
import { count } from './count.ts'
import { errors } from './errors.ts'
import { issues } from './issues.ts'
import { pages } from './pages.ts'
import { team } from './team.ts'

/**
 * French. The forms `many`, `of` and `no` include the preposition. A renamed term may need "d’", as in "d’accès".
 */
export const fr: Messages = /* @__PURE__ */ defineMessages({
  locale: 'fr',
  terms: {
    seat: {
      one: 'place',
      other: 'places',
      many: 'de places',
      title: 'Places',
      of: 'de places',
      a: 'une place',
      the: 'la place',
      no: 'de place',
    },
  },
  texts: (tools) => ({ ...team(tools), ...count(tools), ...pages(tools), ...errors(tools), ...issues(tools) }),
})
