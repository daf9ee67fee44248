import type { MessagesDefinition } from '../defineMessages.ts'
import { count } from './count.ts'
import { errors } from './errors.ts'
import { issues } from './issues.ts'
import { pages } from './pages.ts'
import { team } from './team.ts'

/** The German texts that address the user with "Sie". */
export const german: MessagesDefinition = {
  locale: 'de',
  terms: {
    seat: {
      one: 'Platz',
      other: 'Plätze',
      title: 'Plätze',
      of: 'Plätzen',
      a: 'einen Platz',
      the: 'den Platz',
      no: 'keinen Platz',
    },
  },
  texts: (tools) => ({ ...team(tools), ...count(tools), ...pages(tools), ...errors(tools), ...issues(tools) }),
}
