import type { MessageTexts } from '../Messages.ts'
import type { MessageTools } from '../MessageTools.ts'
import type { PanelTexts } from '../PanelMessages.ts'

type BulkTexts = Omit<MessageTexts['bulk'], keyof PanelTexts['bulk']>

export function bulk({ seat, number, counted, duration }: MessageTools): BulkTexts {
  const people = (count: number) => counted(count, { one: 'person', other: 'people' })
  return {
    running: ({ done, total }) => `Inviting ${number(done)} of ${number(total)}`,
    title: 'Invite many people',
    label: 'Email addresses',
    hint: 'Paste email addresses, or drop a text file or a CSV file with a column “email” here.',
    choose: 'Choose a file',
    preview: 'What will happen',
    nobody: 'Nobody to invite yet.',
    start: ({ count }) => `Invite ${people(count)}`,
    stop: 'Stop',
    stopping: 'Stopping…',
    progress: 'Invitations',
    done: ({ done, total }) => `${number(done)} of ${number(total)} done`,
    left: ({ ms }) => `About ${duration(ms)} left.`,
    stopped: 'Stopped. The invitations that were sent stay valid; the others were not sent.',
    brokenOff: ({ why }) => `Stopped early. ${why}`,
    finished: 'See below what happened to each person.',
    unseated: ({ count }) => `There was no free ${seat.one} for ${people(count)}. Get more ${seat.of}, then continue.`,
    notBegun: ({ why }) => `Nothing was sent. ${why}`,
    resume: ({ count }) => `Continue with ${people(count)}`,
    download: 'Download the results',
    again: 'Invite more',
    showMore: ({ count, done, total }) => `Show ${number(count)} more (${number(done)} of ${number(total)} shown)`,
    results: 'Results',
    unfinished: ({ done, total }) =>
      `The last invitations are not finished: ${number(done)} of ${number(total)} invited.`,
    discard: 'Discard',
    outcomes: {
      new: 'will be invited',
      assigned: 'invited',
      already_seated: 'already on the team',
      duplicate: 'listed twice',
      invalid: 'not an email address',
      no_seat: `no free ${seat.one}`,
      failed: 'failed',
      skipped: 'not sent yet',
    },
  }
}
