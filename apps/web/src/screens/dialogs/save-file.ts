const endings = { pdf: 'pdf', html: 'html', markdown: 'md', csv: 'csv', json: 'json' } as const

/** Hands a file to the browser's downloads. The address lives only as long as the hand-over. */
export function saveFile(file: Blob, name: string, format: keyof typeof endings): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  // A zip comes where a format is made of several files.
  link.download = `${fileName(name)}.${file.type.includes('zip') ? 'zip' : endings[format]}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A title as a file name: letters of any script stay, what file systems cannot take goes. */
export function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return [...name].slice(0, 80).join('').trim() || 'vispera'
}
