import '@vispera/ui/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { App } from './app.tsx'
import { hurry } from './screens/places.ts'

// The page's security policy forbids eval, which zod would otherwise use to compile its parsers.
z.config({ jitless: true })
hurry(location.pathname)

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
