/** What had the focus, by what name, and what stood round it (the nearest first), with its place in each. */
export interface Held {
  readonly element: HTMLElement
  readonly name: string
  readonly around: readonly { readonly element: Element; readonly at: number }[]
}

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), summary, [tabindex]:not([tabindex="-1"])'

/** Where somebody works by touch, a field that takes the focus brings up the keyboard. */
const fields = 'input, textarea, select'

/** Beyond these there is another part of the screen. */
const part = 'dialog, aside, [data-region]'

export function holdOn(element: HTMLElement): Held {
  const around: Held['around'][number][] = []
  let inner: Element = element
  while (!inner.matches(part) && inner.parentElement && inner.parentElement !== document.body) {
    const { parentElement } = inner
    around.push({ element: parentElement, at: [...parentElement.children].indexOf(inner) })
    inner = parentElement
  }
  return { element, name: nameOf(element), around }
}

/** Whether it can have the focus: it is there, in sight, and not switched off. */
export const canHave = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0

/**
 * Where the focus goes when what had it is gone: to the same thing drawn anew, else to what has come in its place
 * or stands next to that, else to what holds it.
 */
export function homeOf(held: Held, isByKeys: boolean): HTMLElement | null {
  const within = (element: Element) => focusablesIn(element).filter((one) => isByKeys || !one.matches(fields))
  const again = held.element.id === '' ? null : document.getElementById(held.element.id)
  if (again && again !== held.element && canHave(again)) return again
  const left = held.around.filter(({ element }) => element.isConnected)
  for (const { element } of left) {
    const same = within(element).find(
      (one) => one.tagName === held.element.tagName && nameOf(one) === held.name,
    )
    if (same) return same
  }
  for (const { element, at } of left) {
    if (element.matches('[data-dialog-body], dialog'))
      return element.closest('dialog')?.querySelector<HTMLElement>('[data-dialog-title]') ?? null
    if (element instanceof HTMLElement && element.matches('aside')) return element
    const children = [...element.children]
    for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
      const found = within(child)
      // Of a few choices the one that holds.
      const home = found.find((one) => one.matches(':checked')) ?? found[0]
      if (home) return home
    }
  }
  return null
}

const focusablesIn = (element: Element): HTMLElement[] =>
  [element, ...element.querySelectorAll(focusable)].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(focusable) && canHave(one),
  )

const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent
