/** The house as a drawing: a column a floor, a row a subject, and which room leans on which. */
import { globSync } from 'node:fs'
import { root } from '../root.ts'
import type { Imports } from './readImports.ts'
import { floors, order, placeOf, type Room } from './rooms.ts'

const [left, top, columnWidth, rowHeight, boxWidth, boxHeight] = [18, 62, 212, 56, 132, 38]

const style = `.paper { fill: #fff; stroke: none; } text { font: 13px system-ui, sans-serif; fill: #1d2430; } .floor { font-weight: 650; font-size: 15px; } .small { font-size: 11px; fill: #5a6472; }
g rect { fill: #f3f5f8; stroke: #aab3c0; } g .shut { fill: #fff; } path { fill: none; stroke: #7a8697; } .stairs { stroke: #2563a8; stroke-dasharray: 3 3; } marker path { fill: #7a8697; stroke: none; }
@media (prefers-color-scheme: dark) { .paper { fill: #0d1117; } text { fill: #e6e9ee; } .small { fill: #a3adba; } g rect { fill: #222a35; stroke: #566273; } g .shut { fill: #161b22; } path { stroke: #8b97a8; } .stairs { stroke: #6cb0f5; } marker path { fill: #8b97a8; } }`

/** The name of a room in its floor. */
const nameOf = ({ folder }: Room) => folder.slice(folder.lastIndexOf('/') + 1)

/** An SVG; the same for the same imports. */
export function drawHouse(imports: Imports, rooms: readonly Room[]): string {
  const rows = order.filter(name => rooms.some(room => nameOf(room) === name))
  const x = (floor: string) => left + 40 + floors.findIndex(({ folder }) => folder === floor) * columnWidth
  const y = (name: string) => top + rows.indexOf(name) * rowHeight
  const floorOf = ({ folder }: Room) => folder.slice(0, folder.lastIndexOf('/'))
  const heads = floors.map(({ folder }) => `<text class="floor" x="${x(folder)}" y="38">${folder}</text>`)
  const boxes = rooms.map((room) => {
    const [at, down] = [x(floorOf(room)), y(nameOf(room))]
    const files = globSync(`${room.folder}/**/*.{ts,vue,css,py,mjs}`, { cwd: root, exclude: name => name.endsWith('__init__.py') }).length
    const doors = room.doors === null ? 'open' : room.doors.length === 1 ? '1 door' : `${room.doors.length} doors`
    return `<g><title>${room.is.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title><rect${room.doors ? ' class="shut"' : ''} x="${at}" y="${down}" width="${boxWidth}" height="${boxHeight}" rx="5" />`
      + `<text x="${at + 9}" y="${down + 16}">${nameOf(room)}</text><text class="small" x="${at + 9}" y="${down + 31}">${files === 1 ? '1 file' : `${files} files`}, ${doors}</text></g>`
  })
  const within = rooms.flatMap(room => room.imports.map((other, index) => {
    const [at, from, to] = [x(floorOf(room)), y(nameOf(room)) + 10 + index * 3, y(other) + boxHeight / 2]
    const bulge = 8 + 3.4 * (rows.indexOf(other) - rows.indexOf(nameOf(room)))
    return `<path d="M${at} ${from}C${at - bulge} ${from} ${at - bulge} ${to} ${at} ${to}" marker-end="url(#arrow)" />`
  }))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + columnWidth * floors.length} ${top + rows.length * rowHeight}" role="img" aria-label="Floors as columns, rooms as boxes, imports as arrows">
<style>${style}</style>
<rect class="paper" width="100%" height="100%" />
<defs><marker id="arrow" viewBox="0 0 6 6" refX="6" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L6 3L0 6z" /></marker></defs>
${[...heads, ...stairs(imports, x, y), ...within, ...boxes].join('\n')}
</svg>
`
}

/** From a room to the room of the same subject one floor below, where it imports that. */
function stairs(imports: Imports, x: (floor: string) => number, y: (name: string) => number): string[] {
  const found = new Set<string>()
  for (const [file, others] of imports) {
    const from = placeOf(file)
    for (const to of others.map(placeOf)) if (from?.room && to?.room === from.room && to.floor !== from.floor) found.add(`${from.floor} ${to.floor} ${to.room}`)
  }
  return [...found].sort().map((stair) => {
    const [from, to, room] = stair.split(' ') as [string, string, string]
    const [start, end, down] = [x(from) + (x(from) < x(to) ? boxWidth : 0), x(to) + (x(from) < x(to) ? 0 : boxWidth), y(room) + boxHeight - 6]
    return `<path class="stairs" d="M${start} ${down}L${end} ${down}" />`
  })
}
