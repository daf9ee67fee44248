#!/usr/bin/env node
// The part of curl that the README uses, for machines without curl: -s, -X, -H, -d and a URL.
const options = { method: undefined, headers: {}, body: undefined, url: '' }
const args = process.argv.slice(2)
while (args.length > 0) {
  const arg = args.shift()
  if (arg === '-s') continue
  if (arg === '-X') options.method = args.shift()
  else if (arg === '-d') options.body = args.shift()
  else if (arg === '-H') {
    const [name, value] = args.shift().split(': ')
    options.headers[name] = value
  } else options.url = arg
}
const { url, body, headers, method = body === undefined ? 'GET' : 'POST' } = options
const response = await fetch(url, { method, headers, body })
process.stdout.write(await response.text())
