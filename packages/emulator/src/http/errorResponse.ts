import { PolarError } from '../domain/PolarError.ts'
import { toJson } from '../validation/toJson.ts'
import { ValidationError, type Issue } from '../validation/ValidationError.ts'
import { json } from './json.ts'
import { HttpException } from './HttpException.ts'
import { OAuthError } from './OAuthError.ts'

/** The answer that an error stands for; undefined when it is no answer but a mistake of ours. */
export function errorResponse(error: unknown): Response | undefined {
  if (error instanceof PolarError) {
    return json(error.status, JSON.stringify({ error: error.code, detail: error.message }), error.headers)
  }
  if (error instanceof ValidationError) {
    return json(422, `{"error":"${error.errorName}","detail":[${error.issues.map(issueJson).join(',')}]}`)
  }
  if (error instanceof HttpException) {
    return json(error.status, JSON.stringify({ detail: error.message }), error.headers)
  }
  if (error instanceof OAuthError) return error.response()
  return undefined
}

const issueJson = ({ type, loc, msg, input, ctx }: Issue) =>
  `{"type":${JSON.stringify(type)},"loc":${JSON.stringify(loc)},"msg":${JSON.stringify(msg)},"input":${toJson(input)}` +
  `${ctx ? `,"ctx":${JSON.stringify(ctx)}` : ''}}`
