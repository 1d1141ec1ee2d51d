/** The one language of colours and shapes of all views. */

/** A CSS colour for a thread, by its place in the order of creation; there are eight, then they come again. */
export const threadColour = (order: number) => `var(--thread-${order % 8})`

/** A CSS colour for a lock or a queue, by its place in the order of first use; there are four. */
export const lockColour = (order: number) => `var(--lock-${order % 4})`

const shapes = [
  (x: number, y: number, r: number) => `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`,
  (x: number, y: number, r: number) => `M${x - r * 0.8} ${y - r * 0.8}h${r * 1.6}v${r * 1.6}h${-r * 1.6}z`,
  (x: number, y: number, r: number) => `M${x} ${y - r}l${r} ${r * 1.8}h${-2 * r}z`,
  (x: number, y: number, r: number) => `M${x - r * 0.9} ${y}a${r * 0.9} ${r * 0.9} 0 1 0 ${r * 1.8} 0a${r * 0.9} ${r * 0.9} 0 1 0 ${-r * 1.8} 0z`,
]

/** The shape of a lock or a queue round a point, as an SVG path: a diamond, a square, a triangle, a disc, and so on again. */
export function lockShape(order: number, x: number, y: number, radius: number): string {
  return shapes[order % shapes.length]!(Number(x.toFixed(1)), y, radius)
}
