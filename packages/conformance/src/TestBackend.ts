import {
  createSeatsClient,
  previewSeatCount,
  removeMember,
  updateMember,
  updateSeatCount,
  type SeatCountPreview,
  type SeatsClient,
  type SeatsClientOptions,
  type SeatSource,
} from '@seats/core'
import type { Rendered } from './Driver.ts'

export interface TestBackendOptions {
  seats?: number
  /**
   * One text for each seat: its address and status, as in `ada@example.com claimed`. The default status is pending.
   * `- claimed` is a seat without an occupant.
   */
  roster?: string[]
  /** The number of additional empty teams. Default 0. */
  moreTeams?: number
  /** True if the subscription has a discount of half the price. `endDiscount` ends it. */
  discount?: boolean
  /** True if the grant of the guard does not have `assignSeat`. */
  cannotAssign?: boolean
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'EVENTS'
type HeldPart = 'call' | 'answer'

interface ClientOptions extends Pick<SeatsClientOptions, 'scope' | 'timeout'> {
  /** False if the backend has no live events. Default `true`. */
  events?: boolean
}

export interface HeldCall {
  /** Resolves once a call is held. */
  readonly arrived: Promise<void>
  release(): void
}

/** An organization for one story. Clients reach it through `@seats/server`. */
export class TestBackend {
  /** The methods of the calls so far, in order. `EVENTS` is a stream. */
  readonly calls: string[] = []
  readonly source: SeatSource
  readonly otherSource: SeatSource
  readonly moreSources: SeatSource[]
  /** A source that the guard does not grant. */
  readonly foreignSource: SeatSource = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
  /** Calls with this text in their URL get a 503, for the clients of `createClient` and `createPortalClient`. */
  brokenPath: string | undefined
  /** These fields replace the same fields of each price, for the clients of `createClient`. */
  priceChange: Partial<SeatCountPreview> | undefined
  /** The number of streams that are open now. */
  openStreamCount = 0
  /** The number of streams opened so far. */
  openedStreamCount = 0
  readonly #streamCutters = new Set<() => void>()
  readonly #retryAfterSeconds = new Map<string, number>()
  /** The latest roster that Polar has sent to a client with a session. */
  #latestRoster = ''
  #isRosterLate = false
  readonly #slug: string
  readonly #pendingHolds: {
    method: string
    part: HeldPart
    path: string
    released: Promise<void>
    arrive: () => void
  }[] = []

  readonly #emulator: string
  readonly #discountId: string
  readonly #owner: { customer_id: string; member_id: string }

  private constructor(slug: string, refs: Record<string, string>, emulator: string) {
    this.#slug = slug
    this.#emulator = emulator
    this.#discountId = refs[`${slug}/half`] ?? ''
    this.#owner = { customer_id: refs[`${slug}/payer`] ?? '', member_id: refs[`${slug}/owner`] ?? '' }
    this.source = { subscription_id: refs[`${slug}/sub`] ?? '' }
    this.otherSource = { subscription_id: refs[`${slug}/other`] ?? '' }
    this.moreSources = Object.entries(refs).flatMap(([ref, id]) =>
      ref.startsWith(`${slug}/more-`) ? [{ subscription_id: id }] : [],
    )
  }

  static async create({
    seats = 5,
    roster = [],
    moreTeams = 0,
    discount = false,
    cannotAssign = false,
  }: TestBackendOptions = {}): Promise<TestBackend> {
    const slug = `w${crypto.randomUUID().slice(0, 8)}`
    const path = `/_organization${cannotAssign ? '?cannot=assignSeat' : ''}`
    const { refs, emulator } = await callBackend<{ refs: Record<string, string>; emulator: string }>(path, {
      organizations: [
        {
          slug,
          tokens: [{ token: `polar_oat_${slug}` }],
          products: [{ ref: 'team', name: 'Team' }],
          discounts: [{ ref: 'half', type: 'percentage', basis_points: 5000 }],
          customers: [
            {
              ref: 'payer',
              email: `owner@${slug}.example.com`,
              type: 'team',
              owner_ref: 'owner',
              payment_method: 'ok',
            },
          ],
          subscriptions: [
            {
              ref: 'sub',
              product: 'team',
              customer: 'payer',
              seats,
              ...(discount && { discount: 'half' }),
              roster: roster.map((entry) => {
                const [email, status = 'pending'] = entry.split(' ')
                return email === '-' ? { status, nobody: true } : { email, status }
              }),
            },
            {
              ref: 'other',
              product: 'team',
              customer: 'payer',
              seats: 3,
              roster: [{ email: 'other@example.com', status: 'pending' }],
            },
            ...Array.from({ length: moreTeams }, (_, index) => ({
              ref: `more-${index}`,
              product: 'team',
              customer: 'payer',
              seats,
            })),
          ],
        },
      ],
    })
    return new TestBackend(slug, refs, emulator)
  }

  /** Creates a client for a page of this organization. The calls of the client are recorded and can be held. */
  createClient({ events = true, ...options }: ClientOptions = {}): SeatsClient {
    return createSeatsClient({
      baseURL: `/api/${this.#slug}`,
      retry: false,
      ...options,
      fetch: async (request) => {
        const isStream = request.url.includes('/events?')
        const method = isStream ? 'EVENTS' : request.method
        this.calls.push(method)
        await this.#waitIfHeld(method, request.url, 'call')
        if (this.#isBroken(request)) return unavailable()
        const limitedForSeconds = this.#retryAfterSeconds.get(method)
        this.#retryAfterSeconds.delete(method)
        if (limitedForSeconds !== undefined) return tooManyRequests(limitedForSeconds)
        if (isStream) return events ? this.#openStream(request) : new Response(null, { status: 404 })
        const response = await fetch(request)
        await this.#waitIfHeld(method, request.url, 'answer')
        return this.priceChange && request.url.includes('change-preview')
          ? Response.json({ ...(await response.json()), ...this.priceChange })
          : response
      },
    })
  }

  /**
   * Creates a client that calls Polar directly, with the session of somebody on the roster, or by default of the owner.
   * The calls of the client are recorded and can be held.
   */
  async createPortalClient(email?: string, options?: Pick<SeatsClientOptions, 'scope'>): Promise<SeatsClient> {
    const member = email === undefined ? {} : { member_id: await this.#memberId(email) }
    const session = await fetch(`${this.#emulator}/v1/customer-sessions/`, {
      method: 'POST',
      headers: { authorization: `Bearer polar_oat_${this.#slug}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...this.#owner, ...member }),
    })
    const { token } = (await session.json()) as { token: string }
    return createSeatsClient({
      sessionToken: token,
      baseURL: this.#emulator,
      retry: false,
      ...options,
      fetch: async (request) => {
        this.calls.push(request.method)
        await this.#waitIfHeld(request.method, request.url, 'call')
        if (this.#isBroken(request)) return unavailable()
        const isRoster = request.url.includes('/customer-portal/seats?')
        const response = isRoster ? await this.#readRoster(request) : await fetch(request)
        await this.#waitIfHeld(request.method, request.url, 'answer')
        return response
      },
    })
  }

  async #memberId(email: string): Promise<string> {
    const { seats } = await this.createOtherClient().listSeats(this.source)
    return seats.find((seat) => seat.email === email)?.member_id ?? ''
  }

  /** Gives a role to somebody on the roster, with a session of the owner. */
  async changeRole(email: string, role: 'member' | 'billing_manager'): Promise<void> {
    await updateMember(await this.createPortalClient(), { member_id: await this.#memberId(email), role })
  }

  /**
   * Makes somebody on the roster the owner, with the organization's token. The former owner becomes a billing manager.
   */
  async makeOwner(email: string): Promise<void> {
    const path = `/v1/customers/${this.#owner.customer_id}/members/${await this.#memberId(email)}`
    const response = await fetch(`${this.#emulator}${path}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer polar_oat_${this.#slug}`, 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'owner' }),
    })
    if (!response.ok) throw new Error(await response.text())
  }

  /** Removes somebody on the roster from the members, with a session of the owner. */
  async removeMember(email: string): Promise<void> {
    await removeMember(await this.createPortalClient(), { member_id: await this.#memberId(email) })
  }

  #isBroken = ({ url }: Request) => this.brokenPath !== undefined && url.includes(this.brokenPath)

  async #readRoster(request: Request): Promise<Response> {
    const response = await fetch(request)
    const roster = this.#isRosterLate ? this.#latestRoster : await response.text()
    this.#isRosterLate = false
    this.#latestRoster = roster
    return new Response(roster, response)
  }

  /**
   * Makes the next read of the roster by a client with a session return the previous roster again. Polar can also
   * answer with an old roster, because its workers revoke seats some seconds after the call.
   */
  delayRoster(): void {
    this.#isRosterLate = true
  }

  async #waitIfHeld(method: string, url: string, part: HeldPart): Promise<void> {
    const holdIndex = this.#pendingHolds.findIndex(
      (hold) => hold.method === method && hold.part === part && url.includes(hold.path),
    )
    const [hold] = holdIndex === -1 ? [] : this.#pendingHolds.splice(holdIndex, 1)
    hold?.arrive()
    await hold?.released
  }

  /** Sets the seat count as another user. A smaller count is scheduled for the end of the period. */
  async buySeats(seats: number): Promise<void> {
    const client = this.createOtherClient()
    const { subscription_id = '' } = this.source
    const seen = await previewSeatCount(client, { subscription_id, seats })
    await updateSeatCount(client, { subscription_id, seats, seen })
  }

  /** Ends the discount, so that the subscription costs twice as much. */
  endDiscount(): Promise<void> {
    return this.#setDiscount(null)
  }

  /** Gives the subscription a discount of half the price. */
  startDiscount(): Promise<void> {
    return this.#setDiscount(this.#discountId)
  }

  async #setDiscount(discount_id: string | null): Promise<void> {
    const response = await fetch(`${this.#emulator}/v1/subscriptions/${this.source.subscription_id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer polar_oat_${this.#slug}`, 'content-type': 'application/json' },
      body: JSON.stringify({ discount_id }),
    })
    if (!response.ok) throw new Error(await response.text())
  }

  /**
   * Advances the emulator's clock, which all tests share. A test that advances the clock calls `resetClock` at its end.
   */
  async advanceClock(seconds: number): Promise<void> {
    await callBackend('/_emulator/clock', { advance_seconds: seconds })
    // The guard learns the emulator's time from this read. Otherwise its first answers would contain the time of this
    // machine. If such an answer arrived last, the page would show no invitation as expired.
    await this.createOtherClient().listSeats(this.source)
  }

  static async resetClock(): Promise<void> {
    await callBackend('/_emulator/clock', { real: true })
  }

  /** Makes the payment of the next period fail. */
  failPayment(): Promise<void> {
    return this.#runLifecycle('payment_failed')
  }

  /** Reduces the seats as another user: schedules the change, and ends the period. */
  async reduceSeats(seats: number, beforeItTakesEffect: () => Promise<unknown>): Promise<void> {
    await this.buySeats(seats)
    await beforeItTakesEffect()
    await this.#runLifecycle('period_end')
  }

  async #runLifecycle(event: 'payment_failed' | 'period_end'): Promise<void> {
    await callBackend(`/_emulator/subscriptions/${this.source.subscription_id}/lifecycle`, { event })
  }

  /** Creates a client for another page. The calls of this client are not recorded. */
  createOtherClient(): SeatsClient {
    return createSeatsClient({ baseURL: `/api/${this.#slug}`, retry: false })
  }

  /** Renders `serverPage` in a process without a browser. */
  render(): Promise<Rendered> {
    return callBackend<Rendered>('/_render', { slug: this.#slug, source: this.source })
  }

  /** Closes the connections of all live events. */
  cutStreams(): void {
    for (const cut of this.#streamCutters) cut()
  }

  async #openStream(request: Request): Promise<Response> {
    const cutter = new AbortController()
    const response = await fetch(request, { signal: AbortSignal.any([request.signal, cutter.signal]) })
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    this.openStreamCount++
    this.openedStreamCount++
    const close = () => this.openStreamCount--
    response.body?.pipeTo(writable, { signal: cutter.signal }).then(close, close)
    this.#streamCutters.add(() => cutter.abort())
    return new Response(readable, response)
  }

  /**
   * Holds the next call with this method. `path` is a text that the URL of the call must contain. `part` says what is
   * held: the call before it is sent, or the answer to the call.
   */
  holdNextCall(method: Method, part: HeldPart = 'call', path = ''): HeldCall {
    const released = Promise.withResolvers<void>()
    const arrived = Promise.withResolvers<void>()
    this.#pendingHolds.push({ method, part, path, released: released.promise, arrive: arrived.resolve })
    return { arrived: arrived.promise, release: released.resolve }
  }

  /** Makes the next call with this method fail in the emulator. If `path` is given, only a call to that path fails. */
  async failNextCall(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    fault: { kind: string; status?: number; body?: string },
    path?: string,
  ): Promise<void> {
    await callBackend('/_emulator/faults', { match: { method, ...(path && { path }) }, times: 1, fault })
  }

  /** Makes the next call with this method get a 429. */
  rateLimitNextCall(method: Method, retryAfterSeconds: number): void {
    this.#retryAfterSeconds.set(method, retryAfterSeconds)
  }

  /** Returns the invitation token in the latest email to an address. */
  async readInvitationToken(email: string): Promise<string> {
    const [latest] = await this.#readMails(email)
    if (latest === undefined) throw new Error(`Nothing was mailed to ${email}.`)
    return latest.invitation_token
  }

  async countMails(email: string): Promise<number> {
    return (await this.#readMails(email)).length
  }

  /** Returns only the emails of this organization, because all stories share the emulator's outbox. */
  async #readMails(email: string): Promise<Mail[]> {
    const { emails } = await callBackend<{ emails: Mail[] }>(`/_emulator/outbox?to=${email}`)
    return emails.filter(({ claim_url }) => claim_url.includes(`/${this.#slug}/`))
  }
}

const unavailable = () => new Response(null, { status: 503 })

const tooManyRequests = (retryAfterSeconds: number) =>
  new Response(null, { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } })

interface Mail {
  claim_url: string
  invitation_token: string
}

async function callBackend<Answer>(path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}
