/** Colours the names of built-in functions, types and exceptions, which Python's grammar does not tell apart. */
import { syntaxTree } from '@codemirror/language'
import { Prec, type Range } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view'

const names = new Set(
  ('abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir '
    + 'divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance '
    + 'issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed '
    + 'round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ self cls').split(' '),
)
const isBuiltin = (name: string) => names.has(name) || /^[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt|Iteration|Group)$/.test(name)

const mark = Decoration.mark({ attributes: { style: 'color: var(--code-builtin)' } })

function marks(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = []
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        if (node.name === 'VariableName' && isBuiltin(view.state.sliceDoc(node.from, node.to))) found.push(mark.range(node.from, node.to))
      },
    })
  }
  return Decoration.set(found)
}

/** Of two marks at one place the one with precedence is the inner one, whose colour is seen. */
export const builtinNames = Prec.highest(ViewPlugin.define(
  view => ({
    decorations: marks(view),
    update(update) {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) {
        this.decorations = marks(update.view)
      }
    },
  }),
  { decorations: plugin => plugin.decorations },
))
