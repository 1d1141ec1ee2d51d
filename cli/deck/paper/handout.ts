/** What the export changes on Slidev's print page; the functions that touch the document run inside the browser. */
import type { Page } from 'playwright-core'
import type { Exercise } from '../../../runtime/grading/exercise.ts'

/** Links from slide to slide name the slides by number: lets them lead to the printed ones. */
export function linkWithinPaper(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.print-slide-container a[href]')) {
    const number = /^(?:\.\/)?#?\/?(\d+)$/.exec(link.getAttribute('href') ?? '')?.[1]
    const target = number && document.querySelector(`[id^="${number.padStart(3, '0')}-"]`)
    if (target) link.setAttribute('href', `#${target.id}`)
  }
}

const styles = `
  @page { size: 210mm 297mm; margin: 0; }
  html.print, html.print body, #page-root, #page-root > *, #print-content { display: block !important; background: white !important; }
  .handout {
    position: relative; box-sizing: border-box; width: 794px; height: 1122px; padding: 57px 57px 0; overflow: hidden;
    break-after: page; background: white; color: #1b1a17; font: 15px/1.5 var(--font-sans, sans-serif);
  }
  .handout:last-child { break-after: auto; }
  .handout .print-slide-container { zoom: 0.6939; break-after: auto; outline: 1px solid #b9b4a8; }
  .handout .beneath { margin-top: 16px; padding-left: 12px; border-left: 3px solid #b9b4a8; font-size: 13px; }
  .handout .beneath p { margin: 0 0 0.4em; }
  .handout .notes { margin-top: 20px; }
  .handout .notes p { margin: 0 0 0.6em; white-space: pre-line; }
  .handout .notes strong { font-weight: 650; }
  .handout footer {
    position: absolute; inset: auto 57px 38px; display: flex; justify-content: space-between; font-size: 12px; color: #55524a;
  }
`

interface Navigation {
  slides: Array<{ no: number, meta: { slide?: { noteHTML?: string } } }>
}

/** Wraps each slide into a page with its notes, which shrink where they are too long, and a page number. */
function wrapSlides([css, title]: readonly [string, string]): number[] {
  interface Mounted extends HTMLElement {
    __vue_app__?: { _context: { provides: Record<string, { nav: Navigation } | undefined> } }
  }
  /** What a speaker would say, taken out of the slide. */
  const explanationsOf = (slide: HTMLElement) => [...slide.querySelectorAll<HTMLElement>('.explanation-printed')].map((explanation) => {
    explanation.className = 'beneath'
    return explanation
  })
  const navigation = document.querySelector<Mounted>('#app')!.__vue_app__!._context.provides['$$slidev-context']!.nav
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
  const slides = [...document.querySelectorAll<HTMLElement>('.print-slide-container')]
  const cramped: number[] = []
  slides.forEach((slide, index) => {
    const number = Number.parseInt(slide.id)
    const page = document.createElement('section')
    page.className = 'handout'
    slide.replaceWith(page)
    const notes = document.createElement('div')
    notes.className = 'notes'
    notes.innerHTML = navigation.slides.find(({ no }) => no === number)?.meta.slide?.noteHTML ?? ''
    for (const paragraph of notes.querySelectorAll('p')) {
      paragraph.innerHTML = paragraph.innerHTML.replace(/(^|\n)(Say|Ask|Do|Time):/g, '$1<strong>$2:</strong>')
    }
    const foot = document.createElement('footer')
    foot.append(Object.assign(document.createElement('span'), { textContent: title }), Object.assign(document.createElement('span'), { textContent: `${index + 1} / ${slides.length}` }))
    page.append(slide, ...explanationsOf(slide), notes, foot)
    let size = 15
    while (notes.getBoundingClientRect().bottom > foot.getBoundingClientRect().top - 12 && size > 9) notes.style.fontSize = `${size -= 0.5}px`
    if (notes.getBoundingClientRect().bottom > foot.getBoundingClientRect().top) cramped.push(number)
  })
  return cramped
}

const solutionStyles = `
  .solutions { box-sizing: border-box; width: 794px; padding: 0 57px; background: white; color: #1b1a17; font: 15px/1.5 var(--font-sans, sans-serif); }
  .solutions h1 { padding-top: 57px; font: 600 30px var(--font-serif, serif); }
  .solutions section { padding: 24px 0 6px; break-inside: avoid; }
  .solutions h2 { margin: 0 0 6px; font-size: 17px; font-weight: 650; }
  .solutions pre { margin: 0; padding: 10px 14px; border: 1px solid #b9b4a8; font: 12px/1.45 var(--font-mono, monospace); font-variant-ligatures: none; white-space: pre-wrap; }
  @page solutions { margin: 48px 0; }
  .solutions { page: solutions; }
`

/** Appends the reference solutions, in order; a text each, with its heading. */
function appendSolutions([css, solutions]: readonly [string, readonly { heading: string, text: string }[]]): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
  const all = Object.assign(document.createElement('div'), { className: 'solutions' })
  all.append(Object.assign(document.createElement('h1'), { textContent: 'Solutions' }))
  for (const { heading, text } of solutions) {
    const one = document.createElement('section')
    one.append(Object.assign(document.createElement('h2'), { textContent: heading }), Object.assign(document.createElement('pre'), { textContent: text }))
    all.append(one)
  }
  const last = [...document.querySelectorAll<HTMLElement>('.handout')].at(-1)!
  last.style.breakAfter = 'page'
  last.after(all)
}

/** Puts the reference solutions behind the last page of a handout. */
export async function addSolutions(page: Page, exercises: readonly Exercise[]): Promise<void> {
  const solutions = exercises.map(({ id, title, solution }) => ({ heading: `${id.slice(0, 2)} ${title}`, text: solution.trimEnd() }))
  await page.evaluate(appendSolutions, [solutionStyles, solutions] as const)
}

/** Turns the print page into a handout. Throws an Error where the notes of a slide do not fit on its page. */
export async function addNotes(page: Page, title: string): Promise<void> {
  const cramped = await page.evaluate(wrapSlides, [styles, title] as const)
  if (cramped.length) throw new Error(`The notes of these slides are too long for a page of the handout: ${cramped.join(', ')}.`)
}
