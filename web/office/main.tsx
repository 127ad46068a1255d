import { createRoot } from 'react-dom/client'
import { UiProvider } from '../ui/index.ts'

createRoot(document.getElementById('root') ?? document.body).render(<UiProvider>Mahnwerk</UiProvider>)
