import { lazy, Suspense } from 'react'
import { WordsProvider } from './i18n/words-provider.tsx'
import { ErrorBoundary } from './screens/missing/error-boundary.tsx'
import { NoPage } from './screens/missing/no-page.tsx'
import { StartScreen, WorkshopPage } from './screens/places.ts'

/** Only in `vite dev`; the build drops it. */
const DevBoard = import.meta.env.DEV ? lazy(() => import('./screens/dev/dev-board.tsx')) : null

export function App() {
  return (
    <WordsProvider>
      <ErrorBoundary>
        <Suspense>
          <Page path={location.pathname} />
        </Suspense>
      </ErrorBoundary>
    </WordsProvider>
  )
}

const workshopPath = /^\/w\/([^/]+)(\/screen)?\/?$/

/** Three addresses need no router, as every way from one to another loads the page anew. */
function Page({ path }: { path: string }) {
  if (path === '/') return <StartScreen />
  if (DevBoard && path === '/dev/board') return <DevBoard />
  const [, id, screen] = workshopPath.exec(path) ?? []
  if (id === undefined) return <NoPage />
  return <WorkshopPage workshop={id} place={screen ? 'screen' : 'board'} />
}
