/** A value as a JavaScript expression inside a double-quoted attribute of a Vue template, in one line of Markdown. */
export function attribute(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;')
    .replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Markdown as a named slot of the component that it stands in. */
export function slot(name: string, markdown: string): string {
  return `<template v-slot:${name}>\n\n${markdown.trim()}\n\n</template>\n\n`
}
