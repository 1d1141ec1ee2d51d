/** What the development server bundles before the first page: what it finds later makes it reload every page, and a run is lost. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import config from '../../../vite.config.ts'

/** Slidev's own list has them, or they are no packages of a page. */
const elsewhere = /^(vue|yaml|@vueuse\/core|@slidev\/.*|pyodide(\/.*)?|node:.*|virtual:.*|server-reactive:.*|vite.*|#slidev\/.*|comlink\/dist\/.*|workbox-(precaching|core))$/

const imports = /^(?:import|export)\s(?!type\s)[^'"]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm

test('holds every package that a file of the page imports', () => {
  const files = globSync(['{components,composables,layouts,pages,runtime,setup}/**/*.{ts,vue}', '*.vue'])
  const packages = new Set(files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    if (text.includes('\'node:')) return [] // It is Node's.
    return [...text.matchAll(imports)].flatMap(([, named, later]) => named ?? later ?? []).filter(name => !name.startsWith('@/') && !elsewhere.test(name))
  }))
  expect(packages.size).toBeGreaterThan(10)
  expect([...packages].filter(name => !config.optimizeDeps?.include?.includes(name))).toEqual([])
})
