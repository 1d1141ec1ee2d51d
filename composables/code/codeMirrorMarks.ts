/** Marks at lines of the code: where each thread is. They stand in place of the line's number, and go with the next edit. */
import { RangeSet, StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, GutterMarker, lineNumberMarkers, type DecorationSet } from '@codemirror/view'
import { chipsOf, type LineMark } from './lineMarks.ts'

/** Puts these marks in place of those before. */
export const markLines = StateEffect.define<readonly LineMark[]>()

class ChipsMarker extends GutterMarker {
  readonly chips: LineMark[]

  constructor(chips: LineMark[]) {
    super()
    this.chips = chips
  }

  override eq(other: ChipsMarker): boolean {
    return JSON.stringify(this.chips) === JSON.stringify(other.chips)
  }

  override toDOM(): HTMLElement {
    const holder = document.createElement('span')
    holder.className = 'line-chips'
    for (const { letter, colour, title } of this.chips) {
      const chip = document.createElement('span')
      chip.className = 'line-chip'
      chip.textContent = letter
      chip.title = title
      chip.style.setProperty('--chip', colour)
      holder.append(chip)
    }
    return holder
  }
}

const tint = Decoration.line({ class: 'marked' })

interface Marked {
  tints: DecorationSet
  chips: RangeSet<GutterMarker>
}
const none: Marked = { tints: Decoration.none, chips: RangeSet.empty }

const field = StateField.define<Marked>({
  create: () => none,
  update(marked, transaction) {
    let next = transaction.docChanged ? none : marked
    for (const effect of transaction.effects) {
      if (!effect.is(markLines)) continue
      const { doc } = transaction.state
      const lines = [...chipsOf(effect.value)].filter(([line]) => line >= 1 && line <= doc.lines).sort(([one], [other]) => one - other)
      next = {
        tints: Decoration.set(lines.map(([line]) => tint.range(doc.line(line).from))),
        chips: RangeSet.of(lines.map(([line, chips]) => new ChipsMarker(chips).range(doc.line(line).from))),
      }
    }
    return next
  },
  provide: self => [
    EditorView.decorations.from(self, marked => marked.tints),
    lineNumberMarkers.from(self, marked => marked.chips),
  ],
})

export const lineMarks: Extension = field
