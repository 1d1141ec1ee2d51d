import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recordingSchema } from '../../../runtime/run/recording.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** Threads in a cell take turns on one thread of the operating system: they must do as threads of a desktop CPython. */
test.each(['died', 'local'])('%s does in a cell what it did on a desktop CPython', (name) => {
  const measured = JSON.parse(read(`recordings/measured/${name}.py313.json`)) as { snippet: string, output: string, exit_status: number }
  const recording = recordingSchema.parse(JSON.parse(read(`recordings/threads/${name}.json`)))
  expect(measured.snippet).toBe(read(`snippets/threads/${name}.py`))
  expect(recording.output).toEqual([{ stream: 'stdout', text: measured.output }])
  expect([recording.ended, measured.exit_status]).toEqual(['done', 0])
})
