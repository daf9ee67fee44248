import type { PythonNumber } from './PythonNumber.ts'

/** A value of Python's JSON decoder. A dict is a Map, which keeps the order of all keys, even of `__proto__`. */
export type Value = null | boolean | number | string | PythonNumber | Value[] | Map<string, Value>
