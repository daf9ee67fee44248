/** An error that the API answers as `{"error": code, "detail": message}`. */
export class PolarError extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Record<string, string>

  constructor(status: number, code: string, detail: string, headers: Record<string, string> = {}) {
    super(detail)
    this.name = 'PolarError'
    this.status = status
    this.code = code
    this.headers = headers
  }
}
