type Who = { who: string }
type Sentence<Values> = (values: Values) => string

/** The texts of the claim page, the user's own seats, the members, the gate, and the permissions. */
export interface PageMessages {
  claimPage: {
    loading: string
    title: Sentence<{ organization: string }>
    body: Sentence<{ product: string; email: string }>
    accept: string
    accepting: string
    preparing: string
    doneTitle: string
    done: Sentence<{ product: string }>
    goToTeam: string
    unusableTitle: string
    unusableHelp: string
    incompleteTitle: string
    incompleteHelp: string
    failedTitle: string
  }
  mySeats: {
    title: string
    loading: string
    loadFailed: string
    none: string
  }
  members: {
    open: string
    title: string
    about: string
    loading: string
    loadFailed: string
    address: string
    add: string
    added: Sentence<Who>
    existed: Sentence<Who>
    roleOf: Sentence<Who>
    roleIs: Sentence<Who & { role: 'owner' | 'billing_manager' | 'member' | (string & {}) }>
    remove: string
    removeWhom: Sentence<Who>
    confirmRemove: Sentence<Who>
    removed: Sentence<Who>
  }
  gate: {
    checking: string
    noSeat: string
    failed: string
  }
  permissions: {
    /** Shown to a user who may see the seats but not change them. */
    readOnly: string
  }
}
