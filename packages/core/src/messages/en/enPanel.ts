import { defineTexts, type MessagesDefinition } from '../defineMessages.ts'
import type { PanelMessages, PanelTexts } from '../PanelMessages.ts'
import { errors } from './errors.ts'
import { issues } from './issues.ts'
import { team } from './team.ts'

/** The English texts that `TeamPanel` needs before a dialog is opened. */
export const englishPanel: MessagesDefinition<PanelTexts> = {
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
  texts: (tools) => ({
    ...team(tools),
    errors: errors(tools),
    issues: issues(tools),
    bulk: { open: 'Invite many' },
    seatCount: {
      get: `Get more ${tools.seat.of}`,
      change: `Change the ${tools.seat.of}`,
      pastDue: 'The last payment failed. Until it is paid, people can lose their access.',
      manageBilling: 'Change the payment method',
    },
  }),
}

/** The part of `en` that `TeamPanel` needs before a dialog is opened. */
export const enPanel: PanelMessages = /* @__PURE__ */ defineTexts(englishPanel)
