import type { Answer } from './reply.ts'

/** A bad token or a missing scope, answered as RFC 6750 says. */
export class OAuthError extends Error {
  readonly status: number
  readonly code: string
  readonly scope: string | undefined

  constructor(status: number, code: string, description: string, scope?: string) {
    super(description)
    this.name = 'OAuthError'
    this.status = status
    this.code = code
    this.scope = scope
  }

  answer(): Answer {
    const scope = this.scope === undefined ? '' : ` scope="${this.scope}",`
    return {
      status: this.status,
      body: JSON.stringify({ error: this.code, error_description: this.message }),
      headers: {
        'cache-control': 'no-store',
        pragma: 'no-cache',
        'www-authenticate': `Bearer realm="polar",${scope} error="${this.code}", error_description="${this.message}"`,
      },
    }
  }
}

export const invalidToken = () =>
  new OAuthError(
    401,
    'invalid_token',
    'The access token provided is expired, revoked, malformed, or invalid for other reasons.',
  )

export const insufficientScope = (scope: string) =>
  new OAuthError(
    403,
    'insufficient_scope',
    'The request requires higher privileges than provided by the access token.',
    scope,
  )
