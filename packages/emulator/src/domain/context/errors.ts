import { PolarError } from './PolarError.ts'

export const badRequest = (detail: string) => new PolarError(400, 'BadRequest', detail)
export const resourceNotFound = (detail: string) => new PolarError(404, 'ResourceNotFound', detail)
export const seatNotFound = () => resourceNotFound('Seat not found')
export const unauthorized = () =>
  new PolarError(401, 'Unauthorized', 'Unauthorized', { 'www-authenticate': 'Bearer realm="polar"' })
export const featureNotEnabled = () =>
  new PolarError(403, 'FeatureNotEnabled', 'Seat-based pricing is not enabled for this organization')
export const seatNotAvailable = (detail: string) => new PolarError(400, 'SeatNotAvailable', detail)
export const seatAlreadyAssigned = (identifier: string) =>
  new PolarError(400, 'SeatAlreadyAssigned', `Seat already assigned to customer ${identifier}`)
export const seatNotPending = () => new PolarError(400, 'SeatNotPending', 'Seat is not in pending status')
export const invalidInvitationToken = () =>
  new PolarError(400, 'InvalidInvitationToken', 'Invalid or expired invitation token')
export const invalidSeatAssignmentRequest = (detail: string) =>
  new PolarError(400, 'InvalidSeatAssignmentRequest', detail)
export const customerNotFound = (identifier: string) =>
  new PolarError(404, 'CustomerNotFound', `Customer not found: ${identifier}`)
export const memberNotFound = (identifier: string) =>
  new PolarError(404, 'MemberNotFound', `Member not found: ${identifier}`)
export const memberEmailMismatch = (externalMemberId: string, email: string) =>
  new PolarError(
    400,
    'MemberEmailMismatch',
    `Member with external_member_id '${externalMemberId}' exists but has a different email than '${email}'`,
  )
export const notABillingManager = () =>
  new PolarError(403, 'NotPermitted', 'Only owners and billing managers can access billing features.')
export const notPermitted = (detail: string) => new PolarError(403, 'NotPermitted', detail)
export const insufficientRole = () => notPermitted('Insufficient role for this operation')
