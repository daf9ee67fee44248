import type { Problem } from '../parse.ts'
import { randomUUID } from 'node:crypto'
import type { Context } from '../domain/Context.ts'
import { PolarError } from '../domain/PolarError.ts'
import { customers } from '../storage/customers.ts'
import { endpoints } from '../storage/endpoints.ts'
import { members } from '../storage/members.ts'
import { organizations } from '../storage/organizations.ts'
import { refs } from '../storage/refs.ts'
import { sources } from '../storage/sources.ts'
import { tokens } from '../storage/tokens.ts'
import { seatRoster } from './seatRoster.ts'
import type { ParsedOrganization, ParsedSource } from './seedSchema.ts'

type CustomerSeed = ParsedOrganization['customers'][number]

interface Organization {
  id: string
  slug: string
}

/** One seed being added: what cannot be is noted, and the rest goes on, so that all problems are found at once. */
export class Seeding {
  readonly problems: Problem[] = []
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  addOrganization(seed: ParsedOrganization, path: string): void {
    const { database } = this.#context
    const known = organizations.bySlug(database, seed.slug)
    const organization = { id: known?.id ?? seed.id ?? randomUUID(), slug: seed.slug }
    if (!known) {
      this.#attempt(`${path}.id`, () => {
        database.run(
          'INSERT INTO organizations VALUES (?, ?, ?, ?, ?)',
          organization.id,
          seed.slug,
          seed.name ?? capitalize(seed.slug),
          Number(seed.seat_based_pricing_enabled),
          Number(seed.member_model_enabled),
        )
        refs.insert(database, seed.slug, organization.id)
      })
    }
    seed.tokens.forEach(({ token, scopes }, index) =>
      this.#attempt(`${path}.tokens.${index}.token`, () => tokens.insert(database, token, organization.id, scopes)),
    )
    seed.products.forEach((product, index) => {
      const id = product.id ?? randomUUID()
      this.#attempt(`${path}.products.${index}`, () =>
        database.run(
          'INSERT INTO products VALUES (?, ?, ?, ?)',
          id,
          organization.id,
          product.name,
          Number(product.recurring),
        ),
      )
      this.#name(organization, product.ref, id, `${path}.products.${index}.ref`)
    })
    seed.customers.forEach((customer, index) =>
      this.#addCustomer(organization, customer, index, `${path}.customers.${index}`),
    )
    seed.subscriptions.forEach((source, index) =>
      this.#addSource(organization, 'subscription', source, `${path}.subscriptions.${index}`),
    )
    seed.orders.forEach((source, index) => this.#addSource(organization, 'order', source, `${path}.orders.${index}`))
    seed.webhooks.forEach(({ id, url, secret }, index) =>
      this.#attempt(`${path}.webhooks.${index}`, () =>
        endpoints.insert(database, {
          organizationId: organization.id,
          url,
          ...(id !== undefined && { id }),
          ...(secret !== undefined && { secret }),
        }),
      ),
    )
  }

  #addCustomer(organization: Organization, seed: CustomerSeed, index: number, path: string): void {
    const { database, clock } = this.#context
    const now = clock.now()
    const id = seed.id ?? randomUUID()
    const email = seed.email ?? `${seed.ref ?? `customer${index + 1}`}@example.com`
    const isTeam = seed.members.some(({ role }) => role !== 'owner')
    const added = this.#attempt(path, () =>
      customers.insert(database, {
        id,
        organization_id: organization.id,
        email,
        external_id: seed.external_id,
        name: seed.name,
        type: isTeam ? 'team' : 'individual',
        created_at: now,
        modified_at: isTeam ? now : null,
      }),
    )
    if (!added) return
    this.#name(organization, seed.ref, id, `${path}.ref`)
    if (!seed.members.some(({ role }) => role === 'owner')) {
      members.insert(database, {
        id: randomUUID(),
        customer_id: id,
        email,
        external_id: seed.external_id,
        name: seed.name,
        role: 'owner',
        created_at: now,
        modified_at: null,
      })
    }
    seed.members.forEach((member, memberIndex) => {
      const memberId = member.id ?? randomUUID()
      this.#attempt(`${path}.members.${memberIndex}`, () =>
        members.insert(database, {
          ...member,
          id: memberId,
          customer_id: id,
          email: member.email ?? `${member.ref ?? `member${memberIndex + 1}`}@example.com`,
          created_at: clock.now(),
          modified_at: clock.now(),
        }),
      )
      this.#name(organization, member.ref, memberId, `${path}.members.${memberIndex}.ref`)
    })
  }

  #addSource(organization: Organization, kind: 'subscription' | 'order', seed: ParsedSource, path: string): void {
    const { database } = this.#context
    const product = this.#find('products', organization, seed.product, `${path}.product`)
    const customer = this.#find('customers', organization, seed.customer, `${path}.customer`)
    if (product === undefined || customer === undefined) return
    const id = seed.id ?? randomUUID()
    const added = this.#attempt(path, () =>
      database.run(
        'INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)',
        id,
        kind,
        organization.id,
        product,
        customer,
        seed.checkout_id ?? null,
        seed.seats,
        seed.status ?? 'active',
      ),
    )
    if (!added) return
    this.#name(organization, seed.ref, id, `${path}.ref`)
    const source = sources.byId(database, id)
    if (!source) return
    if (seed.roster.filter(({ status }) => status !== 'revoked').length > seed.seats) {
      this.problems.push({ path: `${path}.roster`, message: `holds more than the ${seed.seats} seats there are` })
    }
    seed.roster.forEach((entry, index) => {
      const seatId = entry.id ?? randomUUID()
      this.#attempt(`${path}.roster.${index}`, () => seatRoster(this.#context, source, { ...entry, id: seatId }, index))
      this.#name(organization, entry.ref, seatId, `${path}.roster.${index}.ref`)
    })
  }

  #addDefault(table: 'products' | 'customers', organization: Organization): string {
    const id = randomUUID()
    if (table === 'customers') {
      this.#addCustomer(organization, { id, external_id: null, name: null, members: [] }, 0, 'customers')
    } else this.#context.database.run('INSERT INTO products VALUES (?, ?, ?, ?)', id, organization.id, 'Team', 1)
    return id
  }

  /** The id that a ref stands for among the organization's products or customers; its first one without a ref, made where there is none. */
  #find(table: 'products' | 'customers', organization: Organization, ref: string | undefined, path: string) {
    const { database } = this.#context
    if (ref === undefined) {
      return (
        database.get<{ id: string }>(
          `SELECT id FROM ${table} WHERE organization_id = ? ORDER BY rowid LIMIT 1`,
          organization.id,
        )?.id ?? this.#addDefault(table, organization)
      )
    }
    const id = refs.get(database, `${organization.slug}/${ref}`)
    const found =
      id === undefined ? undefined : database.get<{ id: string }>(`SELECT id FROM ${table} WHERE id = ?`, id)
    if (found === undefined) this.problems.push({ path, message: `'${ref}' is the ref of no ${table.slice(0, -1)}` })
    return found?.id
  }

  #name(organization: Organization, ref: string | undefined, id: string, path: string): void {
    if (ref !== undefined)
      this.#attempt(path, () => refs.insert(this.#context.database, `${organization.slug}/${ref}`, id))
  }

  /** What the database refuses is a problem of the seed: a thing that is already there. */
  #attempt(path: string, work: () => unknown): boolean {
    try {
      work()
      return true
    } catch (error) {
      this.problems.push({ path, message: whatIsWrong(error) })
      return false
    }
  }
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The sentence of an error that a seed can cause; any other is a mistake of ours, and thrown. */
function whatIsWrong(error: unknown): string {
  if (error instanceof PolarError) return error.message
  const [, columns] = (error instanceof Error && /UNIQUE constraint failed: (.*)/.exec(error.message)) || []
  if (columns === undefined) throw error
  return `is already there (${columns})`
}
