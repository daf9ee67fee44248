import { nullable, string, uuid4 } from './checks.ts'
import { model, type Validated } from './model.ts'
import type { Issue } from './ValidationError.ts'
import type { Value } from './Value.ts'

interface SessionBase {
  member_id: string | null
  external_member_id: string | null
  return_url: string | null
}

export type SessionCreate = SessionBase & ({ customer_id: string } | { external_customer_id: string })

const base = {
  member_id: { check: nullable(uuid4), default: null },
  external_member_id: { check: nullable(string), default: null },
  return_url: { check: nullable(string), default: null },
}
const byId = model<SessionBase & { customer_id: string }>({ ...base, customer_id: { check: uuid4 } })
const byExternalId = model<SessionBase & { external_customer_id: string }>({
  ...base,
  external_customer_id: { check: string },
})

/** A body with one of two shapes; when neither fits, the problems of both are told. */
export function sessionCreate(input: Value, loc: Issue['loc']): Validated<SessionCreate> {
  const first = byId(input, [...loc, 'CustomerSessionCustomerIDCreate'])
  if ('output' in first) return first
  const second = byExternalId(input, [...loc, 'CustomerSessionCustomerExternalIDCreate'])
  return 'output' in second ? second : { issues: [...first.issues, ...second.issues] }
}
