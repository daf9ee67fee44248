/**
 * Returns the values of a form, by the names of the fields, as the metadata of a seat. Leaves out files and empty
 * fields. A name with several values has a list of values. Returns undefined if there is no value.
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
