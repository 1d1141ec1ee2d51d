/**
 * Which file imports which, over the whole project: TypeScript (types too, what is imported later, workers' scripts, Python's modules by
 * name), the scripts of Vue files, and Python in `python/` (also inside functions). A component that a template, a page or `setup/` names (`<Predict`) is imported by it, as
 * Slidev does that. The `__init__.py` of a package whose module is imported is no arrow.
 */
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path/posix'
import ts from 'typescript'
import { root } from '../root.ts'

/** By path from the project's root: the files that it imports. */
export type Imports = Map<string, string[]>

/** Reads all files of the project. */
export function readImports(): Imports {
  const files = globSync(['**/*.{ts,vue}', 'slides.md', 'pages/**/*.md', 'python/**/*.py'], { cwd: root, exclude: ['node_modules', '.*'] })
  return importsAmong(new Map(files.map(file => file.replaceAll('\\', '/')).sort().map(file => [file, readFileSync(join(root, file), 'utf8')])))
}

/** The arrows among files, given as text by path; what is imported from elsewhere is left out. */
export function importsAmong(texts: Map<string, string>): Imports {
  const components = new Map([...texts.keys()].filter(file => /^components\/.*\.vue$/.test(file)).map(file => [basename(file, '.vue'), file]))
  return new Map([...texts].map(([file, text]) => {
    const found = file.endsWith('.py') ? pythonImports(file, text, texts) : [...scriptImports(file, text, texts), ...named(file, text, components)]
    return [file, [...new Set(found)].filter(other => other !== file)]
  }))
}

function named(file: string, text: string, components: ReadonlyMap<string, string>): string[] {
  if (!/\.(vue|md)$|^setup\//.test(file)) return []
  const outside = file.endsWith('.vue') ? text.replace(/<script\b[^]*?<\/script>/g, '') : text
  return [...outside.matchAll(/<([A-Z]\w+)/g)].flatMap(([, name]) => components.get(name!) ?? [])
}

function scriptImports(file: string, text: string, files: ReadonlyMap<string, unknown>): string[] {
  if (file.endsWith('.md')) return []
  const scripts = file.endsWith('.vue') ? [...text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script!) : [text]
  const names = scripts.flatMap(script => [
    ...ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
    ...[...script.matchAll(/new URL\('([^']+\.ts)', import\.meta\.url\)/g)].map(([, name]) => name!),
  ])
  // `pyimport('lab.run.program.run')`, and programs that import modules of the engine.
  const python = scripts.flatMap(script => [...script.matchAll(/(?:pyimport\('|import |from |, )lab((?:\.\w+)+)/g)].map(([, name]) => `python/lab${name!.replaceAll('.', '/')}`))
  return [...python.flatMap(path => [`${path}.py`, `${dirname(path)}.py`].find(path => files.has(path)) ?? []), ...names.flatMap((fileName) => {
    const name = fileName.replace(/\?.*/, '')
    const path = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? normalize(join(dirname(file), name)) : null
    return path === null ? [] : [path, `${path}.ts`, `${path}/index.ts`].find(path => files.has(path)) ?? []
  })]
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
