/** Files that import each other in a circle. */
import type { Imports } from './readImports.ts'

/** Of each file on a circle its shortest one, once: from the first of its files by name, each imports the next, and the last imports the first. */
export function findCircles(imports: Imports): string[][] {
  const circles = [...imports.keys()].flatMap((file) => {
    const way = wayBack(file, imports)
    if (!way) return []
    const first = way.indexOf([...way].sort()[0]!)
    return [[...way.slice(first), ...way.slice(0, first)]]
  })
  return [...new Map(circles.map(circle => [circle.join(), circle])).values()]
}

function wayBack(start: string, imports: Imports): string[] | null {
  const ways = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of imports.get(way.at(-1)!) ?? []) {
      if (next === start) return way
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return null
}
