import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
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
          <Switch>
            <Route path="/" component={StartScreen} />
            <Route path="/w/:id">{({ id }) => <WorkshopPage key={id} workshop={id} place="board" />}</Route>
            <Route path="/w/:id/screen">
              {({ id }) => <WorkshopPage key={id} workshop={id} place="screen" />}
            </Route>
            {DevBoard && <Route path="/dev/board" component={DevBoard} />}
            <Route component={NoPage} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </WordsProvider>
  )
}
