/** What can be seen to be wrong with a slide of the reading view. Runs inside the page, so it imports nothing. */
import type { Fault } from './inspectSlide.ts'

/**
 * Looks at one slide as it flows at this width: what sticks out of the window, is cut off, or is too small to read or to touch.
 * What scrolls in a box of its own may be wider, code above all.
 */
export function inspectReading(slideSelector: string): Fault[] {
  const slide = document.querySelector<HTMLElement>(slideSelector)
  if (!slide?.querySelector('.slidev-layout')) return [{ kind: 'no slide', selector: slideSelector, detail: 'it is not drawn' }]
  const faults: Fault[] = []
  const report = (kind: string, element: Element, detail: string) => faults.push({ kind, selector: path(element), detail })
  const width = document.documentElement.clientWidth
  const touched = matchMedia('(pointer: coarse)').matches

  for (const element of slide.querySelectorAll('*')) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('defs, clipPath, mask, marker, symbol, .sr-only, .cm-announced')) continue
    const rect = element.getBoundingClientRect()
    if (rect.width <= 1 || rect.height <= 1) continue
    const text = ownText(element)
    if ((rect.right > width + 1 || rect.left < -1) && !scrolled(element)) report('outside the window', element, `from ${Math.round(rect.left)} to ${Math.round(rect.right)} px`)
    if (text !== '') {
      const least = element instanceof SVGElement ? 10.5 : prose(element) ? 16 : 12
      const size = fontSize(element)
      if (size < least - 0.01) report(`text under ${least} px`, element, `${size.toFixed(1)} px: “${text.slice(0, 40)}”`)
    }
    if (element instanceof HTMLElement) inspectBox(element)
    if (touched && element.matches('button, summary, select, input[type="range"], label:has(input), a.target')) inspectTarget(element, rect)
  }
  return faults

  function inspectBox(element: HTMLElement): void {
    const style = getComputedStyle(element)
    if (style.display === 'inline' || style.textOverflow === 'ellipsis' || element.closest('.cm-editor')) return
    const holds = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
    const tall = element.scrollHeight - element.clientHeight
    const wide = element.scrollWidth - element.clientWidth
    if (tall > Math.max(3, Number.parseFloat(style.fontSize) * 0.4) && !holds(style.overflowY)) report('cut off', element, `${tall} px too tall`)
    if (wide > 2 && ['hidden', 'clip'].includes(style.overflowX)) report('cut off', element, `${wide} px too wide`)
  }

  function inspectTarget(element: Element, { width, height }: DOMRect): void {
    if (height < 43.5 || width < 43.5) report('target under 44 px', element, `${Math.round(width)} × ${Math.round(height)}: “${element.textContent?.trim().slice(0, 30)}”`)
  }

  /** Sentences of the slide itself, as against labels, code and small print. */
  function prose(element: Element): boolean {
    if (element.closest('code, kbd, small, .badge, .version-stamp, .legend')) return false
    let block = element.closest('p, li')
    while (block?.parentElement?.matches('ul, ol, li, blockquote')) block = block.parentElement
    return block?.parentElement?.matches('.slidev-layout, .split-left, .split-right, .explanation, .task, .statement-body, .section-body') ?? false
  }

  function fontSize(element: Element): number {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
    return matrix ? size * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : size
  }

  /** Inside a box that scrolls sideways, and is itself in the window; or inside a drawing that shows a part. */
  function scrolled(element: Element): boolean {
    for (let parent = element.parentElement; parent && parent !== slide; parent = parent.parentElement) {
      const { overflowX } = getComputedStyle(parent)
      const holds = overflowX === 'auto' || overflowX === 'scroll' || (overflowX === 'hidden' && parent instanceof SVGElement)
      const box = parent.getBoundingClientRect()
      if (holds && box.right <= width + 1 && box.left >= -1) return true
    }
    return false
  }

  function ownText(element: Element): string {
    return [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent ?? '').join('').trim()
  }

  function path(element: Element): string {
    const steps: string[] = []
    for (let at: Element | null = element; at && at !== slide && steps.length < 4; at = at.parentElement) {
      steps.unshift(`${at.tagName.toLowerCase()}${[...at.classList].slice(0, 2).map(name => `.${name}`).join('')}`)
    }
    return steps.join(' > ')
  }
}
