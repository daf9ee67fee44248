import { nullable, text, uuid4 } from '../python/pydantic/checks.ts'
import { httpUrl } from '../python/pydantic/httpUrl.ts'
import { model, type Validated } from '../python/pydantic/model.ts'
import type { Issue } from '../python/pydantic/ValidationError.ts'
import type { Value } from '../python/json/Value.ts'

interface SessionBase {
  member_id: string | null
  external_member_id: string | null
  return_url: string | null
}

export type SessionCreate = SessionBase & ({ customer_id: string } | { external_customer_id: string })

const base = {
  member_id: { check: nullable(uuid4), default: null },
  external_member_id: { check: nullable(text), default: null },
  return_url: { check: nullable(httpUrl), default: null },
}
const byId = model<SessionBase & { customer_id: string }>({ ...base, customer_id: { check: uuid4 } })
const byExternalId = model<SessionBase & { external_customer_id: string }>({
  ...base,
  external_customer_id: { check: text, alias: 'customer_external_id' },
})

/**
 * Checks a body against two possible shapes. If neither fits, the problems of both are reported. If both fit, pydantic
 * takes the shape for which it converts fewer values. That is the shape with the external id, unless `member_id` or
 * `return_url` must be converted too.
 */
export function sessionCreate(input: Value, loc: Issue['loc']): Validated<SessionCreate> {
  const first = byId(input, [...loc, 'CustomerSessionCustomerIDCreate'])
  const second = byExternalId(input, [...loc, 'CustomerSessionCustomerExternalIDCreate'])
  if ('issues' in first) return 'issues' in second ? { issues: [...first.issues, ...second.issues] } : second
  const convertsNothing = 'output' in second && second.output.member_id === null && second.output.return_url === null
  return convertsNothing ? second : first
}
