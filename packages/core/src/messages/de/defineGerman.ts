import { defineMessages } from '../defineMessages.ts'
import type { Messages } from '../Messages.ts'
import { count } from './count.ts'
import { errors } from './errors.ts'
import { issues } from './issues.ts'
import { pages } from './pages.ts'
import type { Say } from './Say.ts'
import { team } from './team.ts'

/** Makes the German catalogue with one of the two ways to address a person. */
export const defineGerman = (say: Say): Messages =>
  defineMessages({
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
    texts: (tools) => ({
      ...team(tools, say),
      ...count(tools, say),
      ...pages(tools, say),
      ...errors(tools, say),
      ...issues(tools, say),
    }),
  })
