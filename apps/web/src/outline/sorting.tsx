import { type ComponentType, createContext, type ReactNode, type Ref, useContext } from 'react'
import type { OutlineSection } from './sections/section.ts'

export interface RowProps {
  readonly noteId: string
  readonly canMove: boolean
  /** Styles of the line, and of the line while it is held. */
  readonly className: string
  readonly heldClass: string | undefined
  readonly ref: Ref<HTMLLIElement>
  /** Gets the grip to put into the line; null while there is none. */
  readonly children: (grip: ReactNode) => ReactNode
}

/** What dragging adds to the outline's frame. Without it everything stands as it is and nothing is dragged. */
export interface Sorting {
  readonly Frame: ComponentType<{ sections: readonly OutlineSection[]; children: ReactNode }>
  readonly Section: ComponentType<{
    section: OutlineSection
    className: string
    overClass: string | undefined
    children: ReactNode
  }>
  readonly List: ComponentType<{ ids: string[]; children: ReactNode }>
  readonly Row: ComponentType<RowProps>
}

/** The outline before dragging has come: to read, to write, to move by menu and keys. */
export const withoutSorting: Sorting = {
  Frame: ({ children }) => children,
  Section: ({ section, className, children }) => (
    <div data-section={section.key} className={className}>
      {children}
    </div>
  ),
  List: ({ children }) => children,
  Row: ({ noteId, className, ref, children }) => (
    <li ref={ref} data-note-id={noteId} className={className}>
      {children(null)}
    </li>
  ),
}

const SortingContext = createContext<Sorting>(withoutSorting)
export const SortingProvider = SortingContext.Provider
export const useSorting = (): Sorting => useContext(SortingContext)
