/** What can be seen to be wrong with the slide on screen. Runs inside the page, so it imports nothing. */

export interface Fault {
  /** For instance `outside the slide`. */
  kind: string
  /** A short CSS path of the element at fault. */
  selector: string
  detail: string
}

/**
 * Looks at one slide as it is now, and names what is outside, clipped, too small, or needs scrolling.
 * All lengths are pixels of the 980 px wide slide.
 */
export function inspectSlide(slideSelector: string): Fault[] {
  const slide = document.querySelector<HTMLElement>(slideSelector)
  if (!slide) return [{ kind: 'no slide', selector: slideSelector, detail: 'nothing is shown' }]
  const box = slide.getBoundingClientRect()
  const scale = box.width / slide.offsetWidth
  const faults: Fault[] = []
  const report = (kind: string, element: Element, detail: string) => faults.push({ kind, selector: path(element), detail })

  for (const element of slide.querySelectorAll('*')) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('defs, clipPath, mask, marker, symbol')) continue
    const rect = element.getBoundingClientRect()
    if (rect.width <= 1 || rect.height <= 1 || hiddenForEyes(element)) continue
    const text = ownText(element)
    if (beyond(rect, box, scale) && !scrolledAway(element)) report('outside the slide', element, edges(rect, box, scale))
    if (text !== '') {
      const size = fontSize(element)
      if (size < 12 - 0.01) report('text under 12 px', element, `${size.toFixed(1)} px: ${quote(text)}`)
    }
    if (element instanceof SVGElement) inspectSvg(element, rect, text)
    else if (element instanceof HTMLElement) inspectBox(element)
  }
  for (const cell of slide.querySelectorAll('.python-cell')) {
    // What waits for a guess or a run is covered (asking.test.ts says where), and an exercise has no recording.
    if (!cell.querySelector('.badge-recorded') && !cell.matches('.held, .covered, .bench')) report('no recorded output', cell, cell.getAttribute('aria-label') ?? '')
  }
  const foot = [...slide.querySelectorAll('.slide-foot > *')].map(part => part.getBoundingClientRect())
  for (const element of slide.querySelectorAll('*')) {
    if (element.closest('.slide-foot') || ownText(element) === '' || !element.checkVisibility({ visibilityProperty: true }) || hiddenForEyes(element)) continue
    const rect = element.getBoundingClientRect()
    if (!scrolledAway(element) && foot.some(part => common(part, rect) > 4)) report('over the foot', element, quote(ownText(element)))
  }
  return faults

  function inspectBox(element: HTMLElement): void {
    const style = getComputedStyle(element)
    if (style.display.startsWith('inline') && style.display !== 'inline-block' && style.display !== 'inline-flex') return
    const tall = element.scrollHeight - element.clientHeight
    const wide = element.scrollWidth - element.clientWidth
    const inCell = element.closest('.cm-editor') !== null
    // A picture below the code takes room: there the end of a program may be scrolled to.
    const besidePicture = element.closest(':is(.with-view, .view-beside) .cell-code, .exercise-code') !== null
    // A picture or a table that is larger than its place is scrolled with the keyboard, too.
    const inPicture = element.closest('.cell-view') !== null && element.tabIndex >= 0
    if (inPicture) return
    // What is cut with dots can be read whole.
    if (style.textOverflow === 'ellipsis' && element.closest('[title]')) return
    if (scrolls(style.overflowY) && tall > 1 && !besidePicture) report('needs scrolling', element, `${tall} px too tall`)
    if (scrolls(style.overflowX) && wide > 1) report('needs scrolling', element, `${wide} px too wide`)
    if (inCell || scrolls(style.overflowY) || scrolls(style.overflowX)) return
    // Letters of a tightly set line may reach a little over its box.
    const tolerance = Math.max(2, Number.parseFloat(style.fontSize) * 0.35)
    if (tall > tolerance) report('clipped', element, `${tall} px too tall`)
    if (wide > 2) report('clipped', element, `${wide} px too wide`)
  }

  function inspectSvg(element: SVGElement, rect: DOMRect, text: string): void {
    if (text === '') return
    const picture = element.ownerSVGElement
    if (!picture) return
    const frame = picture.getBoundingClientRect()
    if (getComputedStyle(picture).overflow !== 'visible' && beyond(rect, frame, scale)) report('clipped', element, `${edges(rect, frame, scale)}: ${quote(text)}`)
    const lettering = trimmed(rect)
    for (const other of picture.querySelectorAll('text')) {
      if (other === element || other.contains(element) || element.contains(other) || ownText(other) === '') continue
      if (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) continue
      if (!other.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || !element.checkVisibility({ opacityProperty: true })) continue
      if (common(lettering, trimmed(other.getBoundingClientRect())) > 8 * scale * scale) report('text over text', element, `${quote(text)} and ${quote(ownText(other))}`)
    }
  }

  function ownText(element: Element): string {
    return [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent ?? '').join('').trim()
  }

  function fontSize(element: Element): number {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
    if (matrix) return size * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) / scale
    return size * shrink(element)
  }

  /** How much the transforms between an element and the slide make it smaller. */
  function shrink(element: Element): number {
    let factor = 1
    for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
      const { transform, scale: own, zoom } = getComputedStyle(at)
      const matrix = new DOMMatrix(transform === 'none' ? '' : transform)
      factor *= Math.hypot(matrix.a, matrix.b) * (own === 'none' ? 1 : Number.parseFloat(own)) * Number.parseFloat(zoom)
    }
    return factor
  }

  function scrolls(overflow: string): boolean {
    return overflow === 'auto' || overflow === 'scroll'
  }

  /** Inside something that scrolls or clips, and that is itself inside the slide. */
  function scrolledAway(element: Element): boolean {
    for (let parent = element.parentElement; parent && parent !== slide; parent = parent.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(parent)
      const holds = overflowX !== 'visible' || overflowY !== 'visible'
      if (holds && !(parent instanceof SVGElement && overflowX === 'visible') && !beyond(parent.getBoundingClientRect(), box, scale)) return true
    }
    return false
  }

  function hiddenForEyes(element: Element): boolean {
    const holder = element.closest('.sr-only, .visually-hidden, .cm-announced, .katex-mathml')
    return holder !== null && holder !== slide
  }

  function beyond(inner: DOMRect, outer: DOMRect, zoom: number): boolean {
    const slack = 0.6 * zoom
    return inner.left < outer.left - slack || inner.top < outer.top - slack || inner.right > outer.right + slack || inner.bottom > outer.bottom + slack
  }

  function edges(inner: DOMRect, outer: DOMRect, zoom: number): string {
    const over = { left: outer.left - inner.left, top: outer.top - inner.top, right: inner.right - outer.right, bottom: inner.bottom - outer.bottom }
    return Object.entries(over).filter(([, by]) => by > 0.6 * zoom).map(([edge, by]) => `${Math.round(by / zoom)} px beyond the ${edge}`).join(', ')
  }

  /** The area that two rectangles share. */
  function common(one: DOMRect, other: DOMRect): number {
    const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    return width > 0 && height > 0 ? width * height : 0
  }

  /** The box of a line of text without the room above and below its letters. */
  function trimmed(rect: DOMRect): DOMRect {
    return new DOMRect(rect.x + 1, rect.y + rect.height * 0.22, Math.max(0, rect.width - 2), rect.height * 0.56)
  }

  function quote(text: string): string {
    return `“${text.replace(/\s+/g, ' ').slice(0, 40)}”`
  }

  function path(element: Element): string {
    const steps: string[] = []
    for (let at: Element | null = element; at && at !== slide && steps.length < 4; at = at.parentElement) {
      const classes = [...at.classList].slice(0, 2).map(name => `.${name}`).join('')
      const siblings = at.parentElement ? [...at.parentElement.children].filter(other => other.tagName === at?.tagName) : []
      steps.unshift(`${at.tagName.toLowerCase()}${classes}${siblings.length > 1 ? `:nth-of-type(${siblings.indexOf(at) + 1})` : ''}`)
    }
    return steps.join(' > ')
  }
}
