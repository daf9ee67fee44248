type Who = { who: string }
type Say<Values> = (values: Values) => string

/** The texts of the claim page, the user's own seats, the members, the gate, and the permissions. */
export interface PageMessages {
  claimPage: {
    loading: string
    title: Say<{ organization: string }>
    body: Say<{ product: string; email: string }>
    accept: string
    accepting: string
    preparing: string
    doneTitle: string
    done: Say<{ product: string }>
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
    added: Say<Who>
    existed: Say<Who>
    roleOf: Say<Who>
    roleIs: Say<Who & { role: 'owner' | 'billing_manager' | 'member' | (string & {}) }>
    remove: string
    removeWhom: Say<Who>
    confirmRemove: Say<Who>
    removed: Say<Who>
  }
  gate: {
    checking: string
    noSeat: string
    failed: string
  }
  permissions: {
    /** Shown to a person who may see the seats and change nothing. */
    readOnly: string
  }
}
