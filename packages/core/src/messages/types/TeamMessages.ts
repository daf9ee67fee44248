type Who = { who: string }
type Why = { why: string }
type Count = { count: number }
type Sentence<Values> = (values: Values) => string
/** `at` is an ISO date, `now` the time in milliseconds. */
type TimeAndNow = { at: string; now: number }

/** The texts of the team page: the meter, the invite form, the bulk invitation, and the table of seats. */
export interface TeamMessages {
  common: {
    retry: string
    cancel: string
    close: string
    dismiss: string
    undo: string
    keep: string
    you: string
    /** Shown instead of a name that is not known. */
    someone: string
    /** Shown instead of a name for a seat that nobody has. */
    nobody: string
    outdated: string
    offline: string
    people: Sentence<Count>
    /** Says what went wrong for one of several people. */
    failed: Sentence<Who & Why>
    /** Shown if the code of a button could not be loaded: the user is offline, or the app has a new version. */
    notLoaded: string
  }
  status: Record<'claimed' | 'pending' | 'expired' | 'saving' | 'nobody' | 'other', string>
  role: Record<'owner' | 'billing_manager' | 'member', string>
  meter: {
    label: string
    used: Sentence<{ used: number; total: number }>
    /** Shown after a large number: "of 5 seats used". */
    ofTotal: Sentence<{ total: number }>
    parts: Record<'claimed' | 'pending' | 'expired' | 'free', string>
    full: string
    /** Shown if the subscription has no seats at all. */
    none: string
  }
  inviteForm: {
    label: string
    placeholder: string
    submit: string
    submitting: string
    empty: string
    /** Shown if more than one address was typed or pasted. */
    several: string
    /** Shown if the answer was lost and the list could not be read. Sending again invites nobody twice. */
    lost: Sentence<Who>
    claimAtOnce: string
    invited: Sentence<Who>
    seated: Sentence<Who>
  }
  bulk: {
    open: string
    /** On the button that opens a running job. */
    running: Sentence<{ done: number; total: number }>
    title: string
    label: string
    hint: string
    choose: string
    preview: string
    nobody: string
    start: Sentence<Count>
    stop: string
    /** On the button `stop` after a click, until the calls under way have ended. */
    stopping: string
    progress: string
    done: Sentence<{ done: number; total: number }>
    left: Sentence<{ ms: number }>
    stopped: string
    brokenOff: Sentence<Why>
    finished: string
    unseated: Sentence<Count>
    notBegun: Sentence<Why>
    resume: Sentence<Count>
    download: string
    again: string
    /** On the button that adds `count` rows to those that are shown: `done` of `total`. */
    showMore: Sentence<Count & { done: number; total: number }>
    results: string
    /**
     * Shown for a job that ended before everybody was invited. `done` of `total` people are invited; the others can be
     * invited now.
     */
    unfinished: Sentence<{ done: number; total: number }>
    discard: string
    outcomes: Record<
      'new' | 'assigned' | 'already_seated' | 'duplicate' | 'invalid' | 'no_seat' | 'failed' | 'skipped',
      string
    >
  }
  table: {
    loading: string
    loadFailed: string
    search: string
    filter: string
    filters: Record<'all' | 'claimed' | 'pending' | 'expired', string>
    sort: string
    sorts: Record<'newest' | 'name' | 'status', string>
    columns: Record<'person' | 'status' | 'when' | 'actions', string>
    emptyTitle: string
    empty: string
    /** Shown for a team that has bought no seats. */
    emptyWithoutSeats: string
    /** Shown for an empty team to a user who may not invite. */
    emptyReadOnly: string
    nothingFound: string
    showEveryone: string
  }
  row: {
    joined: Sentence<TimeAndNow>
    invited: Sentence<TimeAndNow>
    nobodyWhen: string
    /** `at` is the time at which the invitation expires. */
    expiresIn: Sentence<TimeAndNow>
    hasExpired: string
    resend: string
    resendTo: Sentence<Who>
    resending: Sentence<Who>
    resent: Sentence<Who>
    reinvite: string
    reinviteWhom: Sentence<Who>
    reinviting: Sentence<Who>
    reinvited: Sentence<Who>
    revoke: string
    revokeFrom: Sentence<Who>
    /** The question before an active person loses access. */
    askRevoke: Sentence<Who>
    askRevokeYou: string
    /** The question before an invitation is revoked, if this cannot be undone. */
    askRevokeInvitation: Sentence<Who>
    /** Follows a question, or the message about a revoke, if an undo could only invite the person again. */
    undoInvites: string
    /** Follows a question if an undo would give the seat back at once. */
    undoRejoins: string
    /** Follows a question if the user may not undo the revoke. */
    undoNever: string
    revoking: Sentence<Who>
    revoked: Sentence<Who>
    restoring: Sentence<Who>
    /** Shown after an undo that gave the seat back. */
    restored: Sentence<Who>
    /** Shown after an undo that sent a new invitation. */
    restoredAsInvited: Sentence<Who>
    free: string
    freeNobodys: string
    freeing: string
    freed: string
  }
}
