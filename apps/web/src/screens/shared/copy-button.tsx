import { Button } from '@vispera/ui'
import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, for readers: "the link for participants". */
  readonly what: string
}

/** Copies, and says that it did. Where the browser does not let us (plain http), the text is selected instead. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 3_000)
    return () => clearTimeout(timer)
  }, [isCopied])
  return (
    <>
      <Button
        ref={button}
        aria-label={t('shell.copy.what', { what })}
        onClick={async () => setCopied(await copy(text, button.current))}
      >
        {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {t(isCopied ? 'shell.copied' : 'shell.copy')}
      </Button>
      <span role="status" className="visually-hidden">
        {isCopied ? t('shell.copied') : ''}
      </span>
    </>
  )
}

async function copy(text: string, near: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text, near)
  }
}

/** The old way, which also works on plain http in a local network. */
function copyBySelection(text: string, near: HTMLElement | null): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'visually-hidden'
  // Inside the dialog: elements outside of it cannot take the selection.
  const home = near?.parentElement ?? document.body
  home.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  near?.focus()
  return isCopied
}
