import { kindIds } from '@vispera/kinds'
import { Button, Dialog } from '@vispera/ui'
import { type FormEvent, useId, useState } from 'react'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { KindWords } from '../../i18n/words-provider.tsx'
import { useSession } from '../../session/session-context.ts'
import { shapeWorkshop } from '../../session/shape-workshop.ts'
import { Problem } from '../shared/problem.tsx'
import { useRequest } from '../shared/use-request.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'
import styles from './add-board-dialog.module.css'

export default function AddBoardDialog({ onClose }: OverlayProps) {
  return (
    <KindWords ids={kindIds}>
      <ChooseKind onClose={onClose} />
    </KindWords>
  )
}

function ChooseKind({ onClose }: Pick<OverlayProps, 'onClose'>) {
  const { t } = useWords()
  const session = useSession()
  const goToBoard = useGoToBoard()
  const [kind, setKind] = useState(kindIds[0])
  const { isBusy, error, run } = useRequest()
  const formId = useId()
  async function add(event: FormEvent) {
    event.preventDefault()
    if (!kind) return
    const title = unusedTitle(t(`${kind}.short`), session.stage()?.boards.map((board) => board.title) ?? [])
    const isAdded = await run(async () => {
      const { id } = await shapeWorkshop(session.api).addBoard({ kind, title })
      goToBoard(id)
    })
    if (isAdded) onClose()
  }
  return (
    <Dialog
      open
      title={t('shell.addBoard')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button type="submit" form={formId} variant="ink" disabled={isBusy || !kind}>
            {t('shell.addBoard.do')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={add}>
        <fieldset className={styles.kinds}>
          <legend>{t('shell.addBoard.which')}</legend>
          {kindIds.map((one) => (
            <label key={one} className={styles.kind}>
              <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
              <span className={styles.name}>{t(`${one}.name`)}</span>
              <span className={styles.purpose}>{t(`${one}.purpose`)}</span>
            </label>
          ))}
        </fieldset>
      </form>
      <Problem id={error} />
    </Dialog>
  )
}

/** The title, with a number behind it when there is such a board already. */
export function unusedTitle(title: string, taken: readonly string[]): string {
  if (!taken.includes(title)) return title
  for (let number = 2; ; number++) {
    const next = `${title} ${number}`
    if (!taken.includes(next)) return next
  }
}
