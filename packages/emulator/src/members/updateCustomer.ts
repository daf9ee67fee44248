import { saveMember } from '../domain/people/saveMember.ts'
import type { RuleContext } from '../domain/context/RuleContext.ts'
import { emailKey } from '../storage/database/emailKey.ts'
import type { Database } from '../storage/database/Database.ts'
import type { CustomerRow } from '../storage/database/rows.ts'
import { customers } from '../storage/people/customers.ts'
import { members } from '../storage/people/members.ts'
import { ValidationError, type Issue } from '../validation/python/pydantic/ValidationError.ts'
import type { CustomerUpdate } from './customerBodies.ts'
import { takenIssue } from './takenIssue.ts'
import { sendCustomer } from '../subscriptions/messages/sendCustomer.ts'

/** Changes a customer and sends `customer.updated`. @throws ValidationError if the change is not allowed. */
export function updateCustomer(ruleContext: RuleContext, customer: CustomerRow, update: CustomerUpdate): CustomerRow {
  const { database, clock } = ruleContext
  const issues = issuesOf(database, customer, update)
  if (issues.length > 0) throw new ValidationError(issues, 'PolarRequestValidationError')
  const isNewEmail = update.email !== null && !isSameEmail(customer.email, update.email)
  const changed: CustomerRow = {
    ...customer,
    email: isNewEmail ? update.email : customer.email,
    name: update.name === undefined ? customer.name : update.name,
    external_id: update.external_id === undefined ? customer.external_id : update.external_id,
    type: update.type ?? customer.type,
    metadata: update.metadata ?? customer.metadata,
    modified_at: clock.now(),
  }
  customers.update(database, changed)
  sendCustomer(ruleContext, customer.id, 'customer.updated')
  const owner = changed.type === 'individual' ? members.ownerOf(database, customer.id) : undefined
  if (isNewEmail && owner && changed.email !== null && !isSameEmail(owner.email, changed.email)) {
    saveMember(ruleContext, { ...owner, email: changed.email, modified_at: clock.now() })
  }
  return changed
}

const isSameEmail = (one: string | null, other: string) => one !== null && emailKey(one) === emailKey(other)

function issuesOf(database: Database, customer: CustomerRow, update: CustomerUpdate): Issue[] {
  const { organization_id } = customer
  const { email, external_id, type } = update
  const issues: Issue[] = []
  if (email !== null && !isSameEmail(customer.email, email) && customers.byEmail(database, organization_id, email)) {
    issues.push(takenIssue('email', email))
  }
  if (external_id !== undefined && external_id !== customer.external_id) {
    if (customer.external_id !== null) {
      issues.push(fieldIssue('external_id', external_id, 'Customer external ID cannot be updated.'))
    } else if (external_id !== null && customers.byExternalId(database, organization_id, external_id)) {
      issues.push(takenIssue('external_id', external_id))
    }
  }
  if (type !== undefined && customer.type === 'team' && type !== 'team') {
    issues.push(fieldIssue('type', type, "Customer type cannot be downgraded from 'team' to 'individual'."))
  }
  return issues
}

const fieldIssue = (field: string, input: string | null, msg: string): Issue => ({
  type: 'value_error',
  loc: ['body', field],
  msg,
  input,
})
