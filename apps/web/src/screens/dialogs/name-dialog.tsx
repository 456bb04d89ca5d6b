import { Button, Dialog, TextField } from '@vispera/ui'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Problem } from '../shared/problem.tsx'
import { useRequest } from '../shared/use-request.ts'

interface NameDialogProps {
  readonly title: string
  readonly label: string
  readonly hint?: ReactNode
  readonly start: string
  readonly most: number
  /** Whether it may be left empty. */
  readonly mayBeEmpty?: boolean
  readonly onSave: (name: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks for one name: of the workshop, of a board, of oneself. */
export function NameDialog(props: NameDialogProps) {
  const { title, label, hint, start, most, mayBeEmpty = false, onSave, onClose } = props
  const { t } = useWords()
  const [name, setName] = useState(start)
  const { isBusy, error, run } = useRequest()
  const formId = useId()
  const isUsable = mayBeEmpty || name.trim() !== ''
  async function save(event: FormEvent) {
    event.preventDefault()
    if (!isUsable) return
    if (await run(() => onSave(name.trim()))) onClose()
  }
  return (
    <Dialog
      open
      size="small"
      title={title}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button type="submit" form={formId} variant="ink" disabled={isBusy || !isUsable}>
            {t('shell.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save}>
        <TextField
          label={label}
          hint={hint}
          value={name}
          maxLength={most}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Problem id={error} />
      </form>
    </Dialog>
  )
}
