interface Identifiers {
  email: string
  /** The person's customer id in your own system. */
  external_customer_id: string
  customer_id: string
  /**
   * The person's member id in your own system. Alone, it must belong to an existing member. If `email` is given
   * too, Polar gives this id to the member with that address, or creates a member.
   */
  external_member_id: string
  member_id: string
}

type Only<Key extends keyof Identifiers> = Pick<Identifiers, Key> & {
  [Other in Exclude<keyof Identifiers, Key>]?: undefined
}

/**
 * Identifies the person who gets a seat: by one identifier, or by `external_member_id` together with `email`. No other
 * combination is accepted.
 */
export type SeatRecipient =
  | Only<'email'>
  | Only<'external_customer_id'>
  | Only<'customer_id'>
  | Only<'external_member_id'>
  | Only<'member_id'>
  | Only<'external_member_id' | 'email'>
