import { noSeatPermissions } from '@seats/core'
import { expect, test } from 'vitest'
import { isSeatPermissions } from '../../src/schemas/SeatPermissions.ts'

test.each([
  [{}, true],
  [{ occupant: undefined }, true],
  [{ occupant: { email: 'ada@example.com' } }, true],
  [{ occupant: { member_id: 'm-1' } }, true],
  [{ occupant: { external_member_id: 'e-1' } }, true],
  [{ occupant: { email: 5 } }, false],
  [{ occupant: { member_id: null } }, false],
  [{ listSeats: 'yes' }, false],
])('permissions with %j are valid: %s', (fields, isValid) => {
  expect(isSeatPermissions({ ...noSeatPermissions, ...fields })).toBe(isValid)
})
