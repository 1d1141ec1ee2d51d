/** `npm run house`: says what is wrong with the rooms, and draws them into docs/house.svg. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import { drawHouse } from './drawHouse.ts'
import { findCircles } from './findCircles.ts'
import { readImports } from './readImports.ts'
import { faultsOf, readRooms } from './rooms.ts'

const imports = readImports()
const rooms = readRooms()
const faults = [...faultsOf(imports, rooms), ...findCircles(imports).map(circle => `A circle: ${circle.join(' → ')}.`)]
writeFileSync(join(root, 'docs', 'house.svg'), drawHouse(imports, rooms))
console.log([...faults, `${rooms.length} rooms, ${faults.length === 0 ? 'no fault' : `${faults.length} faults`}; drawn in docs/house.svg.`].join('\n'))
process.exitCode = faults.length > 0 ? 1 : 0
