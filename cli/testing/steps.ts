/** What `npm test` is made of. */
import { join } from 'node:path'
import { permissionFlags } from '../boot/permissions.mjs'
import { root } from '../root.ts'

/** Something to run. It counts as one test, but for vitest's projects, whose own tests count. */
export interface Step {
  name: string
  /** Arguments of Node; of vitest where `vitest` is set. */
  args: string[]
  vitest: boolean
  /** Steps that must have passed before. */
  needs: string[]
}

/** Where the tests find the deck as built by the step `build`. */
export const builtDeckFolder = join(root, '.cache', 'site')

const bin = (...path: string[]) => join(root, 'node_modules', ...path)

function script(name: string, args: string[], needs: string[] = []): Step {
  return { name, args, needs, vitest: false }
}

function project(name: string, needs: string[] = []): Step {
  return { name, args: [bin('vitest', 'vitest.mjs'), 'run', '--project', name], needs, vitest: true }
}

/** Steps of one row run side by side: only those that measure no times. */
export const rows: Step[][] = [
  [
    script('types', [bin('vue-tsc', 'bin', 'vue-tsc.js'), '--noEmit']),
    script('lint', [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.']),
    script('python', ['cli/testing/lint-python.ts']),
    script('assets', ['cli/boot/assets.ts']),
  ],
  [
    project('unit'),
    script('build', ['cli/build.ts', '--out', builtDeckFolder], ['assets']),
    script('recordings', [...permissionFlags, 'cli/lab.ts', 'record', '--check'], ['assets']),
  ],
  [project('engine', ['assets'])],
  [project('exercises', ['assets'])],
  [project('browser', ['assets', 'chromium'])],
  [project('deck', ['build', 'chromium'])],
  [project('paper', ['build', 'chromium'])],
  [project('offline', ['build', 'chromium'])],
]

/** The rows with only the steps named, and what they need; all of them where none is named. */
export function choose(names: string[]): Step[][] {
  const all = rows.flat()
  const unknown = names.filter(name => !all.some(step => step.name === name))
  if (unknown.length) {
    throw new Error(`There is no test step named ${unknown.join(', ')}; there are: ${all.map(({ name }) => name).join(', ')}.`)
  }
  const wanted = new Set(names.length ? names : all.map(({ name }) => name))
  for (const step of all.toReversed()) {
    if (wanted.has(step.name)) step.needs.forEach(need => wanted.add(need))
  }
  return rows.map(row => row.filter(({ name }) => wanted.has(name))).filter(row => row.length > 0)
}
