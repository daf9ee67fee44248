/** Returns the named fields of a form that are filled in, as the metadata of a seat. Returns undefined if there are none. */
export function fieldsMetadata(data: FormData): Record<string, string> | undefined {
  const fields = [...data].filter((field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '')
  return fields.length === 0 ? undefined : Object.fromEntries(fields)
}
