/**
 * Lints the project's Python and checks its format, with ruff as npm ships it (WebAssembly,
 * so that no Python is needed). `--fix` formats the files and sorts their imports.
 * The settings are the nearest `ruff.toml`, as for ruff itself.
 */
import { type Diagnostic, Workspace } from '@astral-sh/ruff-wasm-nodejs'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse, type TomlTable } from 'smol-toml'
import { root } from '../root.ts'

const folders = ['python', 'snippets', 'exercises', 'recordings/measured/experiments', 'tests/claims']
const utf16 = 1
const fix = process.argv.includes('--fix')
const workspaces = new Map<string, Promise<Workspace>>()

function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Lays `own` over `base`, table by table. */
function overlay(base: TomlTable, own: TomlTable): TomlTable {
  const merged = { ...base }
  for (const [key, value] of Object.entries(own)) {
    const below = merged[key]
    merged[key] = isTable(below) && isTable(value) ? overlay(below, value) : value
  }
  return merged
}

async function readSettings(file: string): Promise<TomlTable> {
  const { extend, ...own } = parse(await readFile(file, 'utf8'))
  return typeof extend === 'string' ? overlay(await readSettings(join(dirname(file), extend)), own) : own
}

/** The linter with the settings that hold in a folder. */
function workspaceFor(folder: string): Promise<Workspace> {
  const file = join(folder, 'ruff.toml')
  if (!existsSync(file) && folder !== root) return workspaceFor(dirname(folder))
  const known = workspaces.get(file) ?? readSettings(file).then(settings => new Workspace(settings, utf16))
  workspaces.set(file, known)
  return known
}

/** The text with its import blocks sorted, as ruff's rule I001 suggests. */
function sortImports(workspace: Workspace, text: string): string {
  const { fix: found } = diagnose(workspace, text).find(({ code }) => code === 'I001') ?? {}
  if (!found) return text
  const lines = text.split('\n')
  const offset = ({ row, column }: { row: number, column: number }) =>
    lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0) + column - 1
  return found.edits.reduceRight((result, edit) =>
    result.slice(0, offset(edit.location)) + (edit.content ?? '') + result.slice(offset(edit.end_location)), text)
}

function diagnose(workspace: Workspace, text: string): Diagnostic[] {
  return workspace.check(text) as Diagnostic[]
}

async function lint(file: string): Promise<string[]> {
  const workspace = await workspaceFor(dirname(file))
  const before = await readFile(file, 'utf8')
  const name = relative(root, file)
  let text = before
  let formatted = before
  try {
    if (fix) text = sortImports(workspace, before)
    formatted = workspace.format(text)
  }
  catch {} // Not Python: the linter says where, below.
  if (fix) text = formatted
  if (text !== before) await writeFile(file, text)
  const found = diagnose(workspace, text).map(({ code, message, start_location: { row, column } }) =>
    `${name}:${row}:${column} ${code ?? ''} ${message}`)
  return formatted === text ? found : [...found, `${name}: not as ruff formats it: npm run format`]
}

const files = (await Promise.all(folders.map(folder =>
  Array.fromAsync(glob('**/*.py', { cwd: join(root, folder) }), name => join(root, folder, name))))).flat().sort()
const problems = (await Promise.all(files.map(lint))).flat()
console.log(problems.length ? problems.join('\n') : `${files.length} Python files are in order.`)
process.exitCode = problems.length ? 1 : 0
