import type { PythonNumber } from './PythonNumber.ts'

/** What Python's JSON decoder returns. A dict is a Map: it keeps the order of any keys, `__proto__` among them. */
export type Value = null | boolean | number | string | PythonNumber | Value[] | Map<string, Value>
