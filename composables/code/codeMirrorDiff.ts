/** Two programs side by side, with what differs: CodeMirror's merge view. Loaded only where a solution is shown. */
import { python } from '@codemirror/lang-python'
import { syntaxHighlighting } from '@codemirror/language'
import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { look, palette } from './codeMirror.ts'

export interface DiffOptions {
  answer: string
  solution: string
  /** Below each other instead, where there is little room. */
  unified: boolean
}

const reading = (label: string) => [
  lineNumbers(),
  python(),
  syntaxHighlighting(palette),
  look,
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ 'aria-label': label, 'tabindex': '0' }),
]

/** Draws it into `parent`; returns the way to take it out again. */
export function showDiff(parent: HTMLElement, { answer, solution, unified }: DiffOptions): () => void {
  const made = unified
    ? new EditorView({ parent, doc: solution, extensions: [...reading('The solution, with your answer’s lines'), unifiedMergeView({ original: answer, mergeControls: false, gutter: true })] })
    : new MergeView({
        parent,
        a: { doc: answer, extensions: reading('Your answer') },
        b: { doc: solution, extensions: reading('The solution') },
        gutter: true,
      })
  return () => made.destroy()
}
