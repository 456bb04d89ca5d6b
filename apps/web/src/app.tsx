import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { WordsProvider } from './i18n/words-provider.tsx'

const DevBoard = import.meta.env.DEV ? lazy(() => import('./screens/dev/dev-board.tsx')) : null

export function App() {
  return (
    <WordsProvider>
      <Suspense>
        <Switch>{DevBoard && <Route path="/dev/board" component={DevBoard} />}</Switch>
      </Suspense>
    </WordsProvider>
  )
}
