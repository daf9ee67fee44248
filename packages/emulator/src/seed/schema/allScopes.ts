/** Every scope that the emulator's API knows. */
export const allScopes: string[] = [
  'customer_seats:read',
  'customer_seats:write',
  'customer_sessions:write',
  'subscriptions:read',
  'subscriptions:write',
  'members:read',
  'members:write',
  'customers:read',
  'customers:write',
  'benefits:read',
  'benefits:write',
  'webhooks:read',
  'webhooks:write',
  'organizations:read',
  'organizations:write',
]
