import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** Slides show the file beside the recorded output: they must be the same program. */
test.each(['start_join', 'daemon', 'died', 'local'])('the recorded run of %s is of the program on the slide', (name) => {
  const run = JSON.parse(read(`recordings/measured/${name}.py313.json`)) as { snippet: string, exit_status: number }
  expect(run.snippet).toBe(read(`snippets/threads/${name}.py`))
  expect(run.exit_status).toBe(0)
})
