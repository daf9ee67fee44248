/** An error whose answer is only `{"detail": message}`. Polar's other errors also have a field `error`. */
export class HttpException extends Error {
  readonly status: number

  constructor(status: number, detail: string) {
    super(detail)
    this.name = 'HttpException'
    this.status = status
  }
}
