/** What goes from lane to lane, as SVG paths: from where it was sent to where it arrived. All lengths are pixels. */
import { xOf, type Plot } from './laneDrawing.ts'

/** Pixels that an arrow needs to be seen as one. */
const arrowRoom = 6

/** Lines and the tips at their ends; none where there are too many to be seen. */
export function messagePath(plot: Plot): { lines: string, tips: string } {
  const { lanes, positions, ofTime, from, to, width, laneHeight } = plot
  const seen = lanes.messages.filter(({ began, received }) => received !== null && positions[received]! >= from && ofTime(began) <= to)
  let lines = ''
  let tips = ''
  if (seen.length > width / arrowRoom) return { lines, tips }
  for (const message of seen) {
    if (message.from === null || message.to === null || message.from === message.to) continue
    const down = message.to > message.from ? 1 : -1
    const edge = laneHeight * 0.28 + 1
    const [x1, y1] = [xOf(plot, ofTime(message.began)), (message.from + 0.5) * laneHeight + down * edge]
    const [x2, y2] = [xOf(plot, positions[message.received!]!), (message.to + 0.5) * laneHeight - down * edge]
    const length = Math.hypot(x2 - x1, y2 - y1) || 1
    const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length]
    const [bx, by] = [x2 - dx * 5, y2 - dy * 5]
    lines += `M${at(x1, y1)}L${at(bx, by)}`
    tips += `M${at(x2, y2)}L${at(bx - dy * 3, by + dx * 3)}L${at(bx + dy * 3, by - dx * 3)}z`
  }
  return { lines, tips }
}

const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`
