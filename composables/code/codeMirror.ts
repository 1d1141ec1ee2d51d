/** The editor of a cell: CodeMirror for Python, in the colours of the listing. Loaded only where someone can edit. */
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands'
import { pythonLanguage } from '@codemirror/lang-python'
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from '@codemirror/language'
import { Annotation, Compartment, EditorState, Prec } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { builtinNames } from './codeMirrorNames.ts'
import { failedLine, markFailedLine } from './codeMirrorFailure.ts'
import { lineMarks, markLines } from './codeMirrorMarks.ts'
import type { LineMark } from './lineMarks.ts'
import type { LeftNames } from '../../runtime/border/protocol.ts'

export interface EditorOptions {
  text: string
  readonly: boolean
  /** Somebody changed the text: typed, pasted, undid. It is not called for `setText`. */
  changed: (text: string) => void
  run: () => void
  /** The names that the last run left, for completion. */
  left?: () => LeftNames | null
}

export interface Editor {
  /** Replaces the text in one step, which Undo takes back by itself. */
  setText: (text: string) => void
  /** Marks a line, counted from 1, until the next edit; null takes the mark away. */
  markLine: (line: number | null) => void
  /** Puts marks into the gutter until the next edit, instead of those before, and shows the first. */
  setMarks: (marks: readonly LineMark[]) => void
  destroy: () => void
}

/** A change that nobody typed: whoever made it knows of it already. */
const notTyped = Annotation.define<true>()

const colour = (name: string) => ({ color: `var(--code-${name})` })

export const palette = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], ...colour('keyword') },
  { tag: [tags.string, tags.special(tags.string), tags.docString], ...colour('string') },
  { tag: [tags.number, tags.bool, tags.null, tags.escape], ...colour('number') },
  { tag: tags.comment, ...colour('comment') },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.function(tags.definition(tags.variableName)), tags.definition(tags.className), tags.meta], ...colour('function') },
  { tag: [tags.operator, tags.punctuation, tags.bracket, tags.separator, tags.derefOperator], ...colour('operator') },
  { tag: tags.self, ...colour('builtin') },
])

/** Metrics come from the cell, as the listing's do, so that nothing moves when the one replaces the other. */
export const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--code-plain)' },
  '&.cm-focused, & .cm-content:focus-visible': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', fontSize: 'inherit', lineHeight: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: 'var(--cell-padding) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--cell-padding) 0 0' },
  '.cm-gutters': { backgroundColor: 'var(--panel)', border: 'none', color: 'var(--ink-soft)' },
  '.cm-lineNumbers .cm-gutterElement': { width: 'var(--cell-gutter)', padding: '0.5px 10px 0 0', fontSize: '12px' },
  '.cm-gutterElement.failed-gutter': { color: 'var(--bad)', fontWeight: '700' },
  '.cm-line.failed': { backgroundColor: 'var(--bad-soft)' },
  '& ::selection': { backgroundColor: 'var(--live-soft)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--panel-strong)', outline: '1px solid var(--rule)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bad-soft)' },
})

/** For those who cannot see the editor, to whom Tab seems to be a way out. */
const editorKeys = 'Escape leaves the editor. Tab indents, Shift+Tab takes back. Control or Command with Enter runs.'

/** Puts an editor into `parent`. */
export function createEditor(parent: HTMLElement, { text, readonly, changed, run, left = () => null }: EditorOptions): Editor {
  const ownKeys = Prec.highest(keymap.of([
    { key: 'Mod-Enter', run: () => (run(), true) },
    { key: 'Escape', run: view => (view.contentDOM.blur(), true) },
  ]))
  const completing = new Compartment()
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        completing.of([]),
        ownKeys,
        keymap.of([indentWithTab, ...historyKeymap, ...defaultKeymap]),
        lineNumbers(),
        failedLine,
        lineMarks,
        history(),
        highlightSpecialChars(),
        indentOnInput(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        bracketMatching(),
        new LanguageSupport(pythonLanguage),
        syntaxHighlighting(palette),
        builtinNames,
        look,
        EditorState.readOnly.of(readonly),
        EditorView.contentAttributes.of({ 'aria-label': 'Code', 'aria-description': editorKeys, 'tabindex': '0', 'spellcheck': 'false', 'autocapitalize': 'off', 'autocorrect': 'off' }),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          if (docChanged && transactions.some(part => part.docChanged && !part.annotation(notTyped))) changed(state.doc.toString())
        }),
      ],
    }),
  })
  if (!readonly) {
    view.contentDOM.addEventListener('focus', () => {
      void import('./codeMirrorCompletion.ts').then(({ completion }) => view.dom.isConnected && view.dispatch({ effects: completing.reconfigure(completion(left)) }))
    }, { once: true })
  }
  return {
    setText(next) {
      if (next === view.state.doc.toString()) return
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, annotations: [notTyped.of(true), isolateHistory.of('full')] })
    },
    markLine: line => view.dispatch({ effects: markFailedLine.of(line) }),
    setMarks(marks) {
      const first = marks.find(({ line }) => line <= view.state.doc.lines)
      const seen = first ? [EditorView.scrollIntoView(view.state.doc.line(first.line).from, { y: 'nearest' })] : []
      view.dispatch({ effects: [markLines.of(marks), ...seen] })
    },
    destroy: () => view.destroy(),
  }
}
