/**
 * The reason why a seat was revoked or claimed:
 *
 * - `person`: somebody revoked this seat, removed this member or claimed the seat;
 * - `lapse`: Polar revoked all seats, because the subscription was past due or paused;
 * - `ended`: Polar revoked all seats, because the subscription ended;
 * - `recovery`: the seat was given back after a lapse;
 * - `unknown`: nothing shows the reason. Do not delete any data because of it.
 */
export type SeatCause = 'person' | 'lapse' | 'recovery' | 'ended' | 'unknown'
