/** A notice in the place of a whole page of the deck that did not come; plain, since nothing of that page is there to show it. */
import { helpsToReload, troubleWords, type Trouble } from '../useLoading.ts'

let notice: HTMLElement | null = null

/** Says what is wrong; the button calls `again`, or reloads where that alone helps. */
export function showPageTrouble(trouble: Trouble, again: () => void): void {
  hidePageTrouble()
  notice = Object.assign(document.createElement('div'), { className: 'page-trouble', role: 'alert', textContent: troubleWords[trouble] })
  const way = Object.assign(document.createElement('button'), { type: 'button', textContent: helpsToReload(trouble) ? 'Reload' : 'Try again' })
  way.onclick = () => helpsToReload(trouble) ? location.reload() : again()
  notice.append(way)
  document.body.append(notice)
}

export function hidePageTrouble(): void {
  notice?.remove()
  notice = null
}
