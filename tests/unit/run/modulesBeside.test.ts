import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modulesBeside } from '../../../cli/run/modulesBeside.ts'

let folder: string
const files = {
  'bank.py': 'import ledger\n',
  'ledger.py': 'import bank\n',
  'unused.py': '',
  'shop/__init__.py': '',
  'shop/till.py': 'from . import __init__\nimport bank',
  'shop/deep/drawer.py': '',
  'notes.txt': '',
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beside-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))
const beside = (source: string) => Object.keys(modulesBeside(join(folder, 'main.py'), source)).sort()

test.each([
  ['import bank', ['bank.py', 'ledger.py']],
  ['import os, ledger as l, sys', ['bank.py', 'ledger.py']],
  ['def f():\n    from ledger import Row', ['bank.py', 'ledger.py']],
  ['from shop.till import Till', ['bank.py', 'ledger.py', 'shop/__init__.py', 'shop/deep/drawer.py', 'shop/till.py']],
  ['import threading\nfrom queue import Queue\n# import unused\nprint("import unused")', []],
  ['import main', []],
])('%s', (source, names) => expect(beside(source)).toEqual(names))
