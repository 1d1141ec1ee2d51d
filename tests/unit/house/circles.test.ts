/** No files import each other in a circle: each can be read, tested and moved once those below it are known. */
import { describe, expect, test } from 'vitest'
import { findCircles } from '../../../cli/testing/findCircles.ts'
import { importsAmong, readImports } from '../../../cli/testing/readImports.ts'

const advice = 'Move what several of them need into a file of its own (types into one of types alone), or let the caller hand it in.'

function tell(circles: string[][]): string {
  return circles.map(circle => `These files import each other in a circle: ${[...circle, circle[0]].join(' → ')}. ${advice}`).join('\n')
}

test('the project has no circle', () => {
  const imports = readImports()
  for (const ending of ['.ts', '.vue', '.py']) {
    const arrows = [...imports].filter(([file]) => file.endsWith(ending)).flatMap(([, others]) => others)
    expect(arrows.length, `arrows from ${ending}`).toBeGreaterThan(100)
  }
  expect(tell(findCircles(imports))).toBe('')
})

describe('a circle', () => {
  test('is found among files that are on none, and told once, file by file', () => {
    const imports = new Map([['page', ['pool', 'words']], ['pool', ['crew', 'words']], ['crew', ['session', 'words']], ['session', ['pool']], ['words', []]])
    expect(findCircles(imports)).toEqual([['crew', 'session', 'pool']])
    expect(tell(findCircles(imports))).toBe(`These files import each other in a circle: crew → session → pool → crew. ${advice}`)
  })

  test('that leads through another is a second one', () => {
    const imports = new Map([['a', ['b']], ['b', ['a', 'c']], ['c', ['d']], ['d', ['b']]])
    expect(findCircles(imports)).toEqual([['a', 'b'], ['b', 'c', 'd']])
  })

  test('there is none where two ways lead to one file', () => {
    expect(findCircles(new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']], ['d', []]]))).toEqual([])
  })
})

test('reads every kind of import', () => {
  const files = {
    'runtime/a.ts': `import type { B } from './b.ts'\nexport * from './index.ts'\nimport url from './worker.ts?worker&url'\nimport { x } from 'vue'`,
    'runtime/b.ts': `const later = () => import('../page/C.vue')\ntype D = import('./d.ts').D`,
    'runtime/d.ts': `import { here } from '@/page/C.vue'\nconst text = "import './a.ts'" // import './b.ts'\nnew Worker(new URL('./worker.ts', import.meta.url))\npyimport('lab.two.late') // see lab.three`,
    'runtime/index.ts': '',
    'runtime/worker.ts': `import '.'`,
    'page/C.vue': `<template>import x from '../runtime/b.ts'</template>\n<script setup lang="ts">\nimport { a } from '../runtime/a'\n</script>`,
    'components/deck/Term.vue': '<template><Term /></template>',
    'components/Page.vue': `<script setup lang="ts">\nconst all = new Set<Term>()\n</script>\n<template><i><Term id="x" /><List /></i></template>`,
    'pages/one.md': '# <Term id="x">x</Term>',
    'python/lab/__init__.py': '',
    'python/lab/one.py': '"""As in\n\nimport lab.two\n"""\nfrom . import (\n    three,  # the third\n    four as other,\n)\nimport gc, lab.deep.five',
    'python/lab/two.py': 'def late():\n    from .deep import five, name\n',
    'python/lab/three.py': 'from lab.two import late',
    'python/lab/four.py': '# import lab.one\n',
    'python/lab/deep/__init__.py': 'name = 1',
    'python/lab/deep/five.py': 'from .. import one\nfrom ..two import late',
  }
  const imports = importsAmong(new Map(Object.entries(files)))
  expect(Object.fromEntries([...imports].filter(([, others]) => others.length > 0))).toEqual({
    'runtime/a.ts': ['runtime/b.ts', 'runtime/index.ts', 'runtime/worker.ts'],
    'runtime/b.ts': ['page/C.vue', 'runtime/d.ts'],
    'runtime/d.ts': ['python/lab/two.py', 'page/C.vue', 'runtime/worker.ts'],
    'runtime/worker.ts': ['runtime/index.ts'],
    'page/C.vue': ['runtime/a.ts'],
    'components/Page.vue': ['components/deck/Term.vue'],
    'pages/one.md': ['components/deck/Term.vue'],
    'python/lab/one.py': ['python/lab/three.py', 'python/lab/four.py', 'python/lab/deep/five.py'],
    'python/lab/two.py': ['python/lab/deep/five.py', 'python/lab/deep/__init__.py'],
    'python/lab/three.py': ['python/lab/two.py'],
    'python/lab/deep/five.py': ['python/lab/one.py', 'python/lab/two.py'],
  })
})
