/** Colours in output: shown, readable on both themes, and still text. */
import { expect, test } from 'vitest'
import { liveCell, slide, useDeck } from '../deck.ts'

const { open } = useDeck()

const program = `import sys
names = "black red green yellow blue magenta cyan white".split()
for n, name in enumerate(names):
    print(f"\\033[3{n}m{name}\\033[0m \\033[9{n}mbright {name}\\033[0m \\033[4{n}mon {name}\\033[m")
print("\\033[38;2;250;250;0mpale\\033[0m <b>")
sys.stdout.write("\\033[3"); sys.stdout.flush()
sys.stdout.write("2msplit\\033[0m plain\\n")`

test('are those that the program asked for, readable in light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open(`${slide.unrecorded}`, { colorScheme })
    const cell = liveCell(page)
    await cell.write(program)
    await cell.press('Run')
    await cell.over(20)
    await expect.poll(() => cell.output.textContent()).toMatch(/black bright black on black\n[^]*pale <b>\nsplit plain\n$/)
    const looks = await cell.output.locator('.ansi-colour, .ansi-background').evaluateAll((spans) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
      const rgb = (colour: string) => {
        context.clearRect(0, 0, 1, 1)
        context.fillStyle = colour
        context.fillRect(0, 0, 1, 1)
        return [...context.getImageData(0, 0, 1, 1).data]
      }
      const light = (colour: number[]) => {
        const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const behind = (element: Element | null): number[] => {
        const own = element ? rgb(getComputedStyle(element).backgroundColor) : [255, 255, 255, 255]
        return own[3]! > 0 ? own : behind(element!.parentElement)
      }
      return spans.map((span) => {
        const [one, other] = [light(rgb(getComputedStyle(span).color)), light(behind(span))]
        return { text: span.textContent, colour: getComputedStyle(span).color, contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) }
      })
    })
    expect(looks.map(({ text }) => text)).toHaveLength(3 * 8 + 2)
    expect(looks.filter(({ contrast }) => contrast < 4.5)).toEqual([])
    expect(new Set(looks.slice(0, 24).map(({ colour }) => colour)).size).toBeGreaterThan(10)
    await page.context().close()
  }
})
