/** Files for the reader's own disk. */

/** Offers `data` as a download named `name`. */
export function saveFile(name: string, data: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(data)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export function saveText(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: 'text/plain' }))
}
