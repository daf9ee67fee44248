import type { DefaultTheme } from 'vitepress'

/** The written pages, in the order of the sidebar. A test compares them with the files. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: 'Tutorial',
    items: [
      { text: 'React', link: '/tutorial/react' },
      { text: 'Vue', link: '/tutorial/vue' },
      { text: 'Next', link: '/tutorial/next' },
      { text: 'Nuxt', link: '/tutorial/nuxt' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'Find your way', link: '/guides/' },
      { text: 'From the official SDK', link: '/guides/from-the-official-sdk' },
      { text: 'From 0.1 to 0.2', link: '/guides/migrate-to-0.2' },
    ],
  },
  {
    text: 'Pages in React and Vue',
    items: [
      { text: 'Use the team page’s components', link: '/guides/components' },
      { text: 'Own the components', link: '/guides/own-components' },
      { text: 'Show and change a team’s seats', link: '/guides/team-page' },
      { text: 'Buy seats and give them back', link: '/guides/buy-seats' },
      { text: 'Show names and avatars', link: '/guides/names-and-avatars' },
      { text: 'Show only buttons that work', link: '/guides/buttons' },
      { text: 'Show users their own seats', link: '/guides/my-seats' },
      { text: 'Manage members', link: '/guides/members' },
      { text: 'Show changes of other people', link: '/guides/live-events' },
      { text: 'Build a claim page', link: '/guides/claim-page' },
      { text: 'Render on the server', link: '/guides/server-rendering' },
      { text: 'Options of Next.js', link: '/guides/next-options' },
      { text: 'Change the user', link: '/guides/switch-user' },
      { text: 'Translate the texts', link: '/guides/translate' },
      { text: 'Use another adapter', link: '/guides/query-options' },
    ],
  },
  {
    text: 'Your backend',
    items: [
      { text: 'Serve seats', link: '/guides/serve-seats' },
      { text: 'Decide who may do what', link: '/guides/grants' },
      { text: 'Call from another origin', link: '/guides/other-origins' },
      { text: 'Limit calls', link: '/guides/budgets' },
      { text: 'Receive webhooks', link: '/guides/webhooks' },
      { text: 'Mount the webhook handler', link: '/guides/webhooks-by-framework' },
      { text: 'Give a team its seats back', link: '/guides/recovery' },
      { text: 'Let only seated people in', link: '/guides/gate' },
      { text: 'Copy seats into your database', link: '/guides/mirror' },
      { text: 'Run more than one process', link: '/guides/many-processes' },
      { text: 'Record who did what', link: '/guides/audit' },
    ],
  },
  {
    text: 'Sign-in',
    items: [
      { text: 'better-auth', link: '/guides/better-auth' },
      { text: 'Clerk', link: '/guides/clerk' },
      { text: 'Auth.js', link: '/guides/auth-js' },
      { text: 'Your own sign-up', link: '/guides/own-sign-up' },
    ],
  },
  {
    text: 'Your own code',
    items: [
      { text: 'Choose a server', link: '/guides/choose-a-server' },
      { text: 'Call the seats API', link: '/guides/call-the-api' },
      { text: 'Handle errors', link: '/guides/errors' },
      { text: 'Give one person a seat', link: '/guides/one-person' },
      { text: 'Invite many people', link: '/guides/many-people' },
      { text: 'Import from a directory', link: '/guides/exports-of-directories' },
      { text: 'Read a list or a CSV file', link: '/guides/read-lists' },
      { text: 'Keep a team in step with a list', link: '/guides/keep-a-list' },
      { text: 'Answer questions about a roster', link: '/guides/rosters' },
    ],
  },
  {
    text: 'A local Polar',
    items: [
      { text: 'Test on it', link: '/guides/test-on-the-emulator' },
      { text: 'Test a component', link: '/guides/test-a-component' },
      { text: 'Test an app with Playwright', link: '/guides/end-to-end' },
      { text: 'Test with Jest', link: '/guides/jest' },
      { text: 'Run it as a command', link: '/guides/run-the-emulator' },
      { text: 'Give it data', link: '/guides/seed-the-emulator' },
    ],
  },
  {
    text: 'Explanation',
    items: [
      { text: 'Seats and occupants', link: '/explanation/seats-and-occupants' },
      { text: 'Lost answers', link: '/explanation/lost-answers' },
      { text: 'Retries and time', link: '/explanation/retries-and-time' },
      { text: 'Compared with TanStack Query by hand', link: '/explanation/by-hand' },
      { text: 'Where the emulator differs', link: '/explanation/emulator-differences' },
      { text: 'Architecture and words', link: '/explanation/architecture' },
      { text: 'How far this scales', link: '/explanation/how-far-this-scales' },
      { text: 'Promises', link: '/explanation/promises' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'Options of the client', link: '/reference/client-options' },
      { text: 'Error codes', link: '/reference/error-codes' },
      { text: 'Codes of invalid input', link: '/reference/issue-codes' },
      { text: 'Answers of the guard', link: '/reference/guard-answers' },
      { text: 'Scopes and webhooks', link: '/reference/scopes-and-webhooks' },
      { text: 'The API that the emulator serves', link: '/reference/emulator-api' },
      { text: 'The emulator’s own calls', link: '/reference/emulator-control' },
      { text: 'What is supported', link: '/reference/support' },
    ],
  },
]
