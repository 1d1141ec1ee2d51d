/** The table of the standard library's names that the editor completes from: read from the interpreter of the cells. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Session } from '../../runtime/run/session.ts'
import { openNodeSession } from '../../runtime/run/node.ts'
import { prepareAssets } from '../boot/assets.ts'
import { root } from '../root.ts'

const target = join(root, 'runtime', 'pythonNames.json')

/** The table as text, a module or class a line; throws an Error where the program that reads it fails. */
export async function pythonNames(session: Session): Promise<string> {
  const source = await readFile(join(root, 'cli', 'run', 'python_names.py'), 'utf8')
  let printed = ''
  const result = await session.run({ file: 'python_names.py', source, terminal: true }, {
    output: chunks => void (printed += chunks.filter(({ stream }) => stream === 'stdout').map(({ text }) => text).join('')),
    cut: () => {},
    input: () => Promise.resolve(null),
    started: () => {},
  }).result
  if (result.kind !== 'done') throw new Error(`The names could not be read: ${result.kind === 'raised' ? result.error.traceback : result.kind}.`)
  const { modules, classes, importable } = JSON.parse(printed) as Record<'modules' | 'classes', Record<string, string[]>> & { importable: string[] }
  const lines = (table: Record<string, string[]>) => Object.entries(table).map(([name, names]) => `    ${JSON.stringify(name)}: ${JSON.stringify(names.join(' '))}`).join(',\n')
  return `{\n  "modules": {\n${lines(modules)}\n  },\n  "classes": {\n${lines(classes)}\n  },\n  "importable": ${JSON.stringify(importable.join(' '))}\n}\n`
}

/** Writes the table again. */
export async function writePythonNames(): Promise<void> {
  await prepareAssets()
  const session = openNodeSession()
  try {
    await writeFile(target, await pythonNames(session))
  }
  finally {
    await session.dispose()
  }
}
