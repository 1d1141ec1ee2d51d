import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultTable } from '../../../cli/testing/reliability.ts'

test('docs/reliability.md lists the faults that the tests try', () => {
  const text = readFileSync(new URL('../../../docs/reliability.md', import.meta.url), 'utf8')
  expect(text).toContain(faultTable())
})
