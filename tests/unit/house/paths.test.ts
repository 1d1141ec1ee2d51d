/** What the documents say of files: each one that they name is there. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'

const named = /`((?:runtime|components|composables|cli|setup|python|tests|layouts|offline|styles|docs|bench|snippets|exercises|recordings|pages|types)\/[\w./-]*\w\/?)/g
const documents = globSync(['README.md', 'docs/*.md', '{runtime,components,composables,cli,setup,python}/**/README.md'], { cwd: root })

test.each(documents)('%s names files that are there', (document) => {
  const text = readFileSync(join(root, document), 'utf8')
  const missing = [...text.matchAll(named)].map(([, path]) => path!).filter(path => !existsSync(join(root, path)))
  expect([...new Set(missing)]).toEqual([])
})

test('a journey is of files, each with one sentence, and of at most 13 places', () => {
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
  const journeys = text.slice(text.indexOf('## Six journeys'), text.indexOf('## What holds')).split(/^\*\*.*\*\*$/m).slice(1).map(part => part.trim().split('\n'))
  expect(journeys).toHaveLength(6)
  for (const places of journeys) {
    expect(places.length).toBeLessThan(14)
    for (const place of places) expect(place).toMatch(/^\d+\. `[\w./-]+\.\w+`: [^`]/)
  }
})

const files = globSync('{runtime,components,composables,cli,setup,python,layouts,offline,styles,tests,recordings}/**/*.{ts,vue,py,css,js,mjs}', { cwd: root }).map(file => file.replaceAll('\\', '/'))

test.each(documents.filter(document => document.includes('/') && !document.startsWith('docs')))('%s names files of other rooms by their room', (document) => {
  const folder = dirname(document.replaceAll('\\', '/'))
  const text = readFileSync(join(root, document), 'utf8')
  const bare = [...text.matchAll(/`([\w/-]+\.(?:ts|vue|py|css|mjs|js))`/g)].map(([, name]) => name!)
  expect(bare.filter(name => !files.some(file => file === name || (file.startsWith(`${folder}/`) && file.endsWith(`/${name}`))))).toEqual([])
})
