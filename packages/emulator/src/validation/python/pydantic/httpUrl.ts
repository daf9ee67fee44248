import { codePoints } from '../text/codePoints.ts'
import { Failure, type Check } from './Failure.ts'

const maxCharacters = 2083

/**
 * Reads an http or https URL and normalizes it. The messages are those of pydantic, which takes them from Rust's
 * `url` crate.
 */
export const httpUrl: Check<string> = (input) => {
  if (typeof input !== 'string') return new Failure('url_type', 'URL input should be a string or URL', input)
  if (codePoints(input) > maxCharacters) {
    return new Failure('url_too_long', `URL should have at most ${maxCharacters} characters`, input, {
      max_length: maxCharacters,
    })
  }
  if (!URL.canParse(input)) {
    const error = describeMistake(input)
    return new Failure('url_parsing', `Input should be a valid URL, ${error}`, input, { error })
  }
  const url = new URL(input)
  if (url.protocol === 'http:' || url.protocol === 'https:') return url.href
  const schemes = "'http' or 'https'"
  return new Failure('url_scheme', `URL scheme should be ${schemes}`, input, { expected_schemes: schemes })
}

function describeMistake(input: string): string {
  if (input === '') return 'input is empty'
  const [, rest] = /^[a-z][a-z0-9+.-]*:[/\\]*(.*)$/is.exec(input.trim()) ?? []
  if (rest === undefined) return 'relative URL without a base'
  const authority = /^[^/\\?#]*/.exec(rest)?.[0] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  if (host === '' || host.startsWith(':')) return 'empty host'
  if (host.startsWith('[')) return 'invalid IPv6 address'
  const [, name = '', port] = /^([^:]*)(?::(.*))?$/s.exec(host) ?? []
  if (port !== undefined && !(/^\d*$/.test(port) && Number(port) <= 65_535)) return 'invalid port number'
  return /(?:^|\.)(?:\d+|0x[\da-f]*)\.?$/i.test(name) ? 'invalid IPv4 address' : 'invalid international domain name'
}
