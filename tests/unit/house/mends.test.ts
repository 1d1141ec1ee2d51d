/** What is mended in Slidev's files still fits the version that is installed. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { mended, mends } from '../../../setup/mendedSlidev.ts'

test.each(Object.keys(mends))('%s', async (file) => {
  const code = await readFile(new URL(`../../../node_modules/@slidev/client/${file}`, import.meta.url), 'utf8')
  expect(mended(file, code)).not.toBe(code)
})

test('a mend that fits no more stops the build', () => {
  expect(() => mended('internals/MenuButton.vue', '<template />')).toThrow('no longer fits')
})
