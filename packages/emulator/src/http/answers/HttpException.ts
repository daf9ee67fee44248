/** An error that is answered with `{"detail": message}`, without a class name. */
export class HttpException extends Error {
  readonly status: number

  constructor(status: number, detail: string) {
    super(detail)
    this.name = 'HttpException'
    this.status = status
  }
}
