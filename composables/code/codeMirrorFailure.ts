/** The mark at the line where a run failed: in the line and at its number, gone with the next edit. */
import { RangeSet, StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, GutterMarker, gutterLineClass, type DecorationSet } from '@codemirror/view'

/** Marks a line, counted from 1; null takes the mark away. */
export const markFailedLine = StateEffect.define<number | null>()

const lineMark = Decoration.line({ class: 'failed', attributes: { 'aria-description': 'The run failed at this line.' } })

class FailedGutter extends GutterMarker {
  override elementClass = 'failed-gutter'
}
const gutterMark = new FailedGutter()

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = transaction.docChanged ? Decoration.none : marks
    for (const effect of transaction.effects) {
      if (!effect.is(markFailedLine)) continue
      const { doc } = transaction.state
      const line = effect.value
      next = line !== null && line <= doc.lines ? Decoration.set([lineMark.range(doc.line(line).from)]) : Decoration.none
    }
    return next
  },
  provide: self => [
    EditorView.decorations.from(self),
    gutterLineClass.from(self, marks => marks.size === 0 ? RangeSet.empty : RangeSet.of([gutterMark.range(marks.iter().from)])),
  ],
})

export const failedLine: Extension = field
