/**
 * Returns the named fields of a form that are filled in, as the metadata of a seat. A name that is given several times
 * has a list of values. Returns undefined if no field is filled in.
 */
export function fieldsMetadata(data: FormData): Record<string, string | string[]> | undefined {
  const names = [...new Set(data.keys())]
  const fields = names.flatMap((name) => {
    const [firstValue, ...otherValues] = data
      .getAll(name)
      .filter((value) => typeof value === 'string' && value !== '') as string[]
    if (firstValue === undefined) return []
    return [[name, otherValues.length === 0 ? firstValue : [firstValue, ...otherValues]] as const]
  })
  return fields.length === 0 ? undefined : Object.fromEntries(fields)
}
