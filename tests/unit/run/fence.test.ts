import { describe, expect, test } from 'vitest'
import { cellsOf, findCell, parseLiveFence, recordingPath } from '../../../cli/run/cells.ts'
import { regionOf, shownFile } from '../../../cli/run/snippets.ts'

describe('the info of a fence', () => {
  test.each([
    ['py {live}', { input: [] }],
    ['python {live}', { input: [] }],
    ['py {1,3|2} {live}', { input: [] }],
    ['py {live, view: \'timeline\', input: ["A}da"]}', { view: 'timeline', input: ['A}da'] }],
    ['py {live, view: "tasks", caption: "It’s {late}"}', { view: 'tasks', caption: 'It’s {late}', input: [] }],
    ['py {live,name:"two"} {lines:true}', { name: 'two', input: [] }],
  ])('%s is live', (info, options) => {
    expect(parseLiveFence(info)).toEqual({ live: true, clock: 'virtual', ...options })
  })

  test.each(['py', 'ts {live}', 'py {alive}', 'pyi {live}', 'py {livelier: 1}'])('%s is not', (info) => {
    expect(parseLiveFence(info)).toBeNull()
  })

  test.each([
    'py {live, view: }', 'py {live, view: 3}', 'py {live, input: "Ada"}', 'py {live', 'py {live, name: "Two Words"}', 'py {live, view: alert(1)}', 'py {live, view: "timelines"}',
  ])('%s is refused in one sentence', (info) => {
    expect(() => parseLiveFence(info)).toThrow(/cannot be read/)
  })
})

describe('the cells of a slide', () => {
  const cells = (content: string) => cellsOf(content, '/deck/pages/a.md', 4, '/deck')

  test('are its live fences, named by their text or by their author', () => {
    const found = cells('# T\n\n```py {live}\nprint(1)\n```\n\n```py\nprint(2)\n```\n\n````py {live, name: \'x\'}\n```\n````\n')
    expect(found.map(({ snippet, source, file, slide, page }) => ({ snippet, source, file, slide, page }))).toEqual([
      { snippet: 'inline/cc42155088fc', source: 'print(1)\n', file: 'cell.py', slide: 4, page: 'pages/a.md' },
      { snippet: 'inline/x', source: '```\n', file: 'cell.py', slide: 4, page: 'pages/a.md' },
    ])
    expect(findCell(found, 4, 'print(1)')).toBe(found[0])
    expect(findCell(found, 5, 'print(1)')).toBeUndefined()
  })

  test('are not those in comments or inside other fences', () => {
    expect(cells('<!--\n```py {live}\n1\n```\n-->\n````md\n```py {live}\n1\n```\n````\n')).toEqual([])
  })

  test('may be indented', () => {
    expect(cells('  ```py {live}\n  if 1:\n      2\n  ```')[0]!.source).toBe('if 1:\n    2\n')
  })
})

test('a region is the dedented text between its markers', () => {
  const text = 'a\n# region outer\n  if b:\n  # region inner\n      c\n  # endregion inner\n# endregion outer\nd\n'
  expect(regionOf(text, 'outer')).toBe('if b:\n    c')
  expect(regionOf(text, 'inner')).toBe('c')
  expect(regionOf(text, 'none')).toBeNull()
})

test('a snippet has one place for its recording and one name in tracebacks', () => {
  expect(recordingPath('gil/counter.py')).toBe('recordings/gil/counter.json')
  expect(recordingPath('gil/counter.py#tail')).toBe('recordings/gil/counter@tail.json')
  expect(recordingPath('inline/x')).toBe('recordings/inline/x.json')
  expect([shownFile('gil/counter.py#tail'), shownFile('inline/x')]).toEqual(['gil/counter.py', 'cell.py'])
})
