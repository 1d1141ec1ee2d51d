/** What a program imports from beside it, as `python FILE.py` finds it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Names after `import` and `from` at the beginning of a line; `import a, b.c as d` has `a` and `b`. */
const statement = /^[ \t]*(?:from[ \t]+(\w+)[\w.]*[ \t]+import\b|import[ \t]+([\w., \t]+))/gm

/**
 * The modules and packages in a program's own folder that it imports by name, and what these import in turn: text by path,
 * relative to that folder, with forward slashes. A package comes whole. `path` is the program's, `source` its text.
 */
export function modulesBeside(path: string, source: string): Record<string, string> {
  const folder = dirname(path)
  const modules: Record<string, string> = {}
  function add(name: string): void {
    if (name in modules || !existsSync(join(folder, name))) return
    modules[name] = readFileSync(join(folder, name), 'utf8')
    follow(modules[name])
  }
  function follow(text: string): void {
    for (const name of importedBy(text)) {
      if (isFolder(join(folder, name))) pythonFilesOf(join(folder, name)).forEach(file => add(`${name}/${file}`))
      else if (join(folder, `${name}.py`) !== join(path)) add(`${name}.py`)
    }
  }
  follow(source)
  return modules
}

function importedBy(source: string): string[] {
  return [...source.matchAll(statement)].flatMap(([, from, names]) => from ? [from] : names!.split(',').map(name => name.trim().split(/[.\s]/)[0]!)).filter(name => name !== '')
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

function pythonFilesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => path.replaceAll('\\', '/')).filter(path => path.endsWith('.py')).sort()
}
