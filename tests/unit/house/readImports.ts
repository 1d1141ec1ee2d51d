/**
 * Which file imports which, over the whole project: TypeScript (types too, and what is imported later), the scripts of Vue files, and
 * Python in `python/` (also inside functions). A component that a template names without an import is no arrow, nor is the
 * `__init__.py` of a package whose module is imported.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import ts from 'typescript'
import { root } from '../../../cli/root.ts'

/** By path from the project's root: the files that it imports. */
export type Imports = Map<string, string[]>

/** Reads all files of the project. */
export function readImports(): Imports {
  const files = globSync(['**/*.{ts,vue}', 'python/**/*.py'], { cwd: root, exclude: ['node_modules', '.*'] })
  return importsAmong(new Map(files.map(file => file.replaceAll('\\', '/')).sort().map(file => [file, readFileSync(join(root, file), 'utf8')])))
}

/** The arrows among files, given as text by path; what is imported from elsewhere is left out. */
export function importsAmong(texts: Map<string, string>): Imports {
  return new Map([...texts].map(([file, text]) => {
    const found = file.endsWith('.py') ? pythonImports(file, text, texts) : scriptImports(file, text, texts)
    return [file, [...new Set(found)].filter(other => other !== file)]
  }))
}

function scriptImports(file: string, text: string, files: ReadonlyMap<string, unknown>): string[] {
  const scripts = file.endsWith('.vue') ? [...text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script!) : [text]
  return scripts.flatMap(script => ts.preProcessFile(script, true, true).importedFiles).flatMap(({ fileName }) => {
    const name = fileName.replace(/\?.*/, '')
    const path = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? normalize(join(dirname(file), name)) : null
    return path === null ? [] : [path, `${path}.ts`, `${path}/index.ts`].find(path => files.has(path)) ?? []
  })
}

const statement = /^[ \t]*(?:from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]*\)|.*)|import[ \t]+(.*))$/gm

function pythonImports(file: string, text: string, files: ReadonlyMap<string, unknown>): string[] {
  const code = text.replace(/"""[^]*?"""/g, '').replace(/#.*/g, '')
  const module = (path: string) => [`${path}.py`, `${path}/__init__.py`].find(path => files.has(path))
  const names = (list: string) => list.replace(/[()\\]/g, '').split(',').map(name => name.trim().split(/\s/)[0]!).filter(name => name !== '')
  return [...code.matchAll(statement)].flatMap(([, dots, from = '', imported, modules]) => {
    if (modules !== undefined) return names(modules).map(name => module(join('python', name.replaceAll('.', '/'))))
    const start = dots ? join(dirname(file), '../'.repeat(dots.length - 1)) : 'python'
    const path = join(start, from.replaceAll('.', '/'))
    return names(imported!).map(name => module(join(path, name)) ?? module(path))
  }).filter(path => path !== undefined)
}
