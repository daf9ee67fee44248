import { PolarError } from '../../domain/context/PolarError.ts'
import { toJson } from '../../validation/python/json/toJson.ts'
import { ValidationError, type Issue } from '../../validation/python/pydantic/ValidationError.ts'
import { HttpException } from './HttpException.ts'
import { OAuthError } from './OAuthError.ts'
import type { Answer } from './reply.ts'

/** Returns the answer for an error, or undefined if the error is a bug of the emulator. */
export function errorAnswer(error: unknown): Answer | undefined {
  if (error instanceof PolarError) {
    const { status, headers, code, message } = error
    return { status, headers, body: JSON.stringify({ error: code, detail: message }) }
  }
  if (error instanceof ValidationError) {
    return { status: 422, body: `{"error":"${error.errorName}","detail":[${error.issues.map(issueJson).join(',')}]}` }
  }
  if (error instanceof HttpException) {
    return { status: error.status, body: JSON.stringify({ detail: error.message }) }
  }
  return error instanceof OAuthError ? error.answer() : undefined
}

const issueJson = ({ type, loc, msg, input, ctx }: Issue) =>
  `{"type":${JSON.stringify(type)},"loc":${JSON.stringify(loc)},"msg":${JSON.stringify(msg)},"input":${toJson(input)}` +
  `${ctx ? `,"ctx":${JSON.stringify(ctx)}` : ''}}`
