import { X } from 'lucide-react'
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { IconButton } from './icon-button.tsx'
import styles from './toast.module.css'
import { type ShownToast, type Toast, withoutArrived, withToast } from './toasts.ts'

const ShowToast = createContext<(toast: Toast) => void>(() => {
  throw new Error('useToast needs a ToastProvider around it')
})
const Arrive = createContext<(place: string) => void>(() => {})

/** Shows a short message at the foot of the screen and tells it to screen readers, politely. */
export function useToast(): (toast: Toast) => void {
  return use(ShowToast)
}

/** Takes away the messages that lead to where somebody is now. */
export function useToastsEndAt(place: string | undefined): void {
  const arrive = use(Arrive)
  useEffect(() => {
    if (place !== undefined) arrive(place)
  }, [arrive, place])
}

export type ToastProviderProps = { children: ReactNode; regionLabel: string; closeLabel: string }

export function ToastProvider({ children, regionLabel, closeLabel }: ToastProviderProps) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const nextId = useRef(0)
  const show = useCallback((toast: Toast) => {
    const id = nextId.current++
    setToasts((shown) => withToast(shown, { ...toast, id }))
  }, [])
  const arrive = useCallback((place: string) => setToasts((shown) => withoutArrived(shown, place)), [])
  const dismiss = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  )

  return (
    <ShowToast value={show}>
      <Arrive value={arrive}>{children}</Arrive>
      {/* Always in the page, so that readers already watch it when words arrive. */}
      <p role="status" className="visually-hidden">
        {toasts.at(-1)?.message}
      </p>
      {toasts.length > 0 && (
        <ToastRegion label={regionLabel} toasts={toasts} closeLabel={closeLabel} onDismiss={dismiss} />
      )}
    </ShowToast>
  )
}

type RegionProps = {
  label: string
  toasts: readonly ShownToast[]
  closeLabel: string
  onDismiss: (id: number) => void
}

function ToastRegion({ label, toasts, closeLabel, onDismiss }: RegionProps) {
  const region = useRef<HTMLElement>(null)
  const [isHeld, setHeld] = useState(false)
  const newest = toasts.at(-1)?.id

  // In the top layer and shown again for each message, so that a dialog opened meanwhile cannot cover it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest message is the reason to come up again
  useEffect(() => {
    region.current?.hidePopover?.()
    region.current?.showPopover?.()
  }, [newest])

  return (
    <section
      ref={region}
      popover="manual"
      aria-label={label}
      // A part of the screen of its own, which keys reach while the words stand there.
      data-region=""
      className={styles.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <ToastCard
          key={toast.id}
          toast={toast}
          isHeld={isHeld}
          closeLabel={closeLabel}
          onDismiss={onDismiss}
        />
      ))}
    </section>
  )
}

type CardProps = { toast: ShownToast; isHeld: boolean; closeLabel: string; onDismiss: (id: number) => void }

function ToastCard({ toast, isHeld, closeLabel, onDismiss }: CardProps) {
  const { id, message, action, staysMs = action ? 10_000 : 5_000 } = toast
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => onDismiss(id), staysMs)
    return () => clearTimeout(timer)
  }, [id, isHeld, staysMs, onDismiss])

  return (
    <div className={styles.toast}>
      <span dir="auto">{message}</span>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            onDismiss(id)
            action.onAction()
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton label={closeLabel} size="small" className={styles.close} onClick={() => onDismiss(id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  )
}
