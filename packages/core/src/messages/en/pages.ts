import type { MessageTools } from '../MessageTools.ts'
import type { PageMessages } from '../types/PageMessages.ts'

const roles = new Map([
  ['owner', 'an owner'],
  ['billing_manager', 'a billing manager'],
  ['member', 'a member'],
])

export const pages = ({ seat }: MessageTools): PageMessages => ({
  claimPage: {
    loading: 'Looking at your invitation…',
    title: ({ organization }) => `${organization} has ${seat.a} for you`,
    body: ({ product, email }) => `Accept it to use ${product} as ${email}.`,
    accept: 'Accept the invitation',
    accepting: 'Accepting…',
    preparing: 'One moment: your access is being set up.',
    doneTitle: 'You are in',
    done: ({ product }) => `Your ${seat.one} in ${product} is ready.`,
    goToTeam: 'Go to the team page',
    unusableTitle: 'This invitation cannot be used',
    unusableHelp:
      'Ask the person who invited you for a new one. If you have accepted it before, there is nothing left to do.',
    incompleteTitle: 'This link is incomplete',
    incompleteHelp: 'Open the link in your invitation email again, or copy the whole link.',
    failedTitle: 'The invitation could not be opened',
  },
  mySeats: {
    title: `My ${seat.of}`,
    loading: `Loading your ${seat.of}…`,
    loadFailed: `Your ${seat.of} could not be loaded`,
    none: `You have ${seat.no} here. Ask an owner of the team for one.`,
  },
  members: {
    open: 'Members',
    title: 'Members',
    about: `The people whom Polar knows under your company. A member can be without ${seat.a}.`,
    loading: 'Loading the members…',
    loadFailed: 'The members could not be loaded.',
    address: 'Add a member by email',
    add: 'Add',
    added: ({ who }) => `${who} is a member now, without ${seat.a}.`,
    existed: ({ who }) => `${who} is a member already.`,
    roleOf: ({ who }) => `Role of ${who}`,
    roleIs: ({ who, role }) => `${who} is ${roles.get(role) ?? role} now.`,
    remove: 'Remove',
    removeWhom: ({ who }) => `Remove ${who}`,
    confirmRemove: ({ who }) =>
      `Remove ${who}? This takes their ${seat.of} too, on every subscription of your company.`,
    removed: ({ who }) => `${who} is no longer a member, and has ${seat.no}.`,
  },
  gate: {
    checking: 'Checking your access…',
    noSeat: `You need ${seat.a} to use this. Ask an owner of the team for one.`,
    failed: 'Your access could not be checked.',
  },
  permissions: {
    readOnly: `Owners and billing managers can change who has ${seat.a}.`,
  },
})
