/** What is known of a type; `kinds.ts` reads it. */

/** Types whose objects' contents can be read; an exception is `error`, an object of a class of the program `instance`. */
export type Build = 'int' | 'bool' | 'float' | 'str' | 'bytes' | 'list' | 'tuple' | 'dict' | 'set' | 'cell' | 'function' | 'method' | 'reference'
  | 'traceback' | 'error' | 'instance'

export interface TypeFacts {
  address: number
  name: string
  /** Null where the contents are not known to the reader. */
  build: Build | null
  /** It is the builtin type itself, no class made of it. */
  exact: boolean
  /** Its objects hold nothing but what the build and the slots say, and are as large as that says. */
  complete: boolean
  /** One of its classes has a `__sizeof__` of its own. */
  countsItself: boolean
  basic: number
  item: number
  /** Made while running: its objects hold a reference to it. */
  heap: boolean
  hasInlineValues: boolean
  hasManagedDict: boolean
  /** Bytes in front of the object: the collector's links; the dict and the weak references. */
  before: number
  /** Name and offset of each slot, those of the bases too. */
  slots: [name: string, offset: number][]
  /** From the class to its most basic base. */
  line: number[]
}
