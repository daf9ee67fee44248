/** An error of HTTP itself, answered as `{"detail": sentence}` without a class name. */
export class HttpException extends Error {
  readonly status: number
  readonly headers: Record<string, string>

  constructor(status: number, detail: string, headers: Record<string, string> = {}) {
    super(detail)
    this.name = 'HttpException'
    this.status = status
    this.headers = headers
  }
}
