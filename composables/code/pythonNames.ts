/** Which attributes something has, as far as a program's text, its last run and the standard library tell; nothing is run for it. */
import type { LeftNames } from '../../runtime/border/protocol.ts'

/** runtime/pythonNames.json: names, separated by spaces, by module and by class. */
export interface PythonNames {
  modules: Record<string, string>
  classes: Record<string, string>
  importable: string
}

/** What a name stands for: a module or a class of the table (or an instance of one), or what is known of it by itself. */
type Known = { module: string } | { type: string } | { names: string[] }

const listed = (names: string | undefined) => names ? names.split(' ') : []
const unique = (names: Iterable<string>) => [...new Set(names)].filter(name => !name.startsWith('_'))

/** What `import` statements of the text bring, by the name that they bring it under: `threading`, or `threading.Thread`. */
export function importedNames(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, from, names] of text.matchAll(/^[ \t]*from +([\w.]+) +import +\(?([^)#\n]+)/gm)) {
    for (const [, name, as] of names!.matchAll(/(\w+)(?: +as +(\w+))?/g)) found.set(as ?? name!, `${from}.${name}`)
  }
  for (const [, names] of text.matchAll(/^[ \t]*import +([^#\n;]+)/gm)) {
    for (const [, name, as] of names!.matchAll(/([\w.]+)(?: +as +(\w+))?/g)) found.set(as ?? name!.split('.')[0]!, as ? name! : name!.split('.')[0]!)
  }
  return found
}

/** The methods of a class of the text, and what its methods put into `self`. */
function ownClass(text: string, name: string): Known | null {
  const head = new RegExp(`^([ \\t]*)class +${name}\\b.*$`, 'm').exec(text)
  if (!head) return null
  const after = text.slice(head.index + head[0].length)
  const end = new RegExp(`\\n[ \\t]{0,${head[1]!.length}}\\S`).exec(after)
  const body = end ? after.slice(0, end.index) : after
  return { names: unique([...body.matchAll(/\bself\.(\w+) *[:=](?!=)|\bdef +(\w+)/g)].map(found => found[1] ?? found[2]!)) }
}

const literals: [RegExp, string][] = [
  [/^[rbuf]?["']/i, 'str'], [/^\[/, 'list'], [/^\{\s*\}|^\{[^}]*:/, 'dict'], [/^\{/, 'set'], [/^\d+\b(?!\.)/, 'int'], [/^\d*\.\d/, 'float'],
]

export class NameFinder {
  private readonly text: string
  private readonly left: LeftNames | null
  private readonly table: PythonNames

  constructor(text: string, left: LeftNames | null, table: PythonNames) {
    this.text = text
    this.left = left
    this.table = table
  }

  /** The attributes of an expression of names and dots; null where nothing is known. */
  attributes(expression: string): string[] | null {
    if (expression === 'self' || expression === 'cls') return unique([...this.text.matchAll(/\bself\.(\w+)|^[ \t]+(?:async +)?def +(\w+)/gm)].map(found => found[1] ?? found[2]!))
    const known = this.resolve(expression, 0)
    if (!known) return null
    if ('names' in known) return known.names
    return 'module' in known ? listed(this.table.modules[known.module]) : listed(this.table.classes[known.type])
  }

  /** The names that a module offers. */
  offered(module: string): string[] {
    return listed(this.table.modules[module])
  }

  private resolve(expression: string, depth: number): Known | null {
    const [first, ...rest] = expression.split('.')
    let known = this.named(first!, depth)
    for (const part of rest) {
      if (!known || !('module' in known)) return null
      known = this.ofTable(`${known.module}.${part}`)
    }
    return known
  }

  private ofTable(path: string): Known | null {
    if (Object.hasOwn(this.table.classes, path)) return { type: path }
    return Object.keys(this.table.modules).some(module => `${module}.`.startsWith(`${path}.`)) ? { module: path } : null
  }

  private named(name: string, depth: number): Known | null {
    const imported = importedNames(this.text).get(name)
    if (imported) return this.ofTable(imported)
    return ownClass(this.text, name) ?? (depth < 4 ? this.assigned(name, depth + 1) : null) ?? this.ofRun(name) ?? (Object.hasOwn(this.table.classes, name) ? { type: name } : null)
  }

  /** By what the text last gives the name: a literal, or a call of a class. */
  private assigned(name: string, depth: number): Known | null {
    const value = [
      ...this.text.matchAll(new RegExp(`^[ \\t]*${name}(?: *: *[^=\\n]+)? *= *(.+)$`, 'gm')),
      ...this.text.matchAll(new RegExp(`\\bwith +(.+?) +as +${name}\\b`, 'g')),
    ].at(-1)?.[1]
    if (value === undefined) return null
    const literal = literals.find(([pattern]) => pattern.test(value))?.[1]
    if (literal) return { type: literal }
    const called = /^([\w.]+)\(/.exec(value)?.[1]
    const known = called === undefined || called === name ? null : this.resolve(called, depth)
    return known && !('module' in known) ? known : null
  }

  private ofRun(name: string): Known | null {
    if (!this.left || !Object.hasOwn(this.left, name)) return null
    const [what, attributes] = this.left[name]!
    if (attributes) return { names: attributes }
    return what.startsWith('module ') ? this.ofTable(what.slice(7)) : Object.hasOwn(this.table.classes, what) ? { type: what } : null
  }
}
