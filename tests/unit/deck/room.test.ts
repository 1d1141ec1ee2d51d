import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exerciseIds, readExercise } from '../../../cli/grading/exercises.ts'
import { wishOf, withoutNotes, withoutSolution } from '../../../setup/room/requests.ts'
import { visitors } from '../../../setup/room/visitors.ts'

test('what a request wants is told by its method and its address', () => {
  const wishes: [string, string, ReturnType<typeof wishOf>][] = [
    ['GET', '/', 'read'],
    ['GET', '/@vite/client', 'read'],
    ['GET', '/components/run/LiveCell.vue?vue&type=style', 'read'],
    ['GET', '/pages/00-two-clocks.md__slidev_3.md', 'slide'],
    ['GET', '/@slidev/title-renderer.md?import', 'read'],
    ['GET', '/pyodide/manifest.json', 'read'],
    ['GET', '/@server-reactive/nav', 'read'],
    ['GET', '/pages/00-two-clocks.md__slidev_3.frontmatter?import', 'notes'],
    ['GET', '/__slidev/slides/3.json', 'notes'],
    ['GET', '/slides.md', 'source'],
    ['GET', '/pages/00-two-clocks.md', 'source'],
    ['GET', '/p%61ges/00-two-clocks.md', 'source'],
    ['GET', '//pages//00-two-clocks.md', 'source'],
    ['GET', '/pages/00-two-clocks.md__slidev_3.md?raw', 'source'],
    ['GET', '/@fs/home/ada/deck/slides.md?import&raw', 'source'],
    ['GET', '/@fs/home/ada/deck/exercises/07-ownership/solution.py', 'source'],
    ['GET', '/exercises/07-ownership/solution.py', 'source'],
    ['GET', '/.git/config', 'source'],
    ['POST', '/__slidev/slides/3.json', 'write'],
    ['POST', '/@server-reactive/nav', 'write'],
    ['DELETE', '/', 'write'],
    ['GET', '/__open-in-editor?file=slides.md', 'write'],
    ['GET', '/__mcp', 'write'],
    ['GET', '/%zz', 'write'],
  ]
  for (const [method, url, wish] of wishes) expect(wishOf(method, url), `${method} ${url}`).toBe(wish)
})

test('notes leave a module as they leave JSON, whatever they quote', () => {
  const module = `slide: {\n...(${JSON.stringify({ title: 'A "note"', note: 'Say: "well\\"', noteHTML: '<p>"</p>', raw: '# A', content: '# A' })}),\n}\n//# sourceMappingURL=data:x`
  expect(withoutNotes(module)).toBe('slide: {\n...({"title":"A \\"note\\"","note":"","noteHTML":"","raw":"","content":""}),\n}\n')
})

test('a solution leaves a slide’s module, unless a check runs it as well', () => {
  const module = (check: string) => `_mergeProps(${JSON.stringify({ exercise: { starter: 'x = 1', solution: 'print("\\")\nx = 2', check } })})\n//# sourceMappingURL=data:x`
  expect(withoutSolution(module('@check("it is two")'))).toBe('_mergeProps({"exercise":{"starter":"x = 1","solution":"","check":"@check(\\"it is two\\")"}})\n')
  expect(withoutSolution(module('same = reference().x'))).toContain('x = 2')
  expect(withoutSolution(module('@check("it is")\nreference()'))).toContain('x = 2')
  expect(withoutSolution(`${module('')}{"solution":"self.reference()"}`)).not.toMatch(/x = 2|self/)
})

test('the README names the exercises whose solutions come to the room all the same', () => {
  const numbers = exerciseIds().filter(id => /\breference\(/.test(readExercise(id).check)).map(id => id.slice(0, 2))
  expect(readFileSync('README.md', 'utf8')).toContain(`the solution of exercise ${numbers.join(', ')},\n  whose checks run it.`)
})

test('the presenter is known by the token, and asks from the deck’s own page', () => {
  const shown = visitors(true)
  const host = 'deck:3030'
  expect(shown.knows({ cookie: `a=b; presenter=${shown.token}` })).toBe(true)
  expect(shown.knows({ cookie: `presenter=${shown.token}x` })).toBe(false)
  expect(shown.knows({})).toBe(false)
  expect(shown.isOwn({ host })).toBe(true)
  expect(shown.isOwn({ host, 'origin': 'http://deck:3030', 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(shown.isOwn({ host, origin: 'http://deck:3031' })).toBe(false)
  expect(shown.isOwn({ host, origin: 'null' })).toBe(false)
  expect(shown.isOwn({ host, 'sec-fetch-site': 'cross-site' })).toBe(false)
  const alone = visitors(false)
  expect(alone.token).toBeNull()
  expect(alone.knows({})).toBe(true)
})
