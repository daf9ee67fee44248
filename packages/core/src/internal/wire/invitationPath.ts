export const invitationPath = (invitationToken: string): string =>
  `/v1/customer-seats/claim/${encodeURIComponent(invitationToken)}`
