// Everything works without this file; with it, GOV.UK components come alive.
import { initAll } from './govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// A printed page shows what is folded away on the screen.
window.addEventListener('beforeprint', () => {
  document.querySelectorAll('details:not([open])').forEach((folded) => {
    folded.open = true
    window.addEventListener('afterprint', () => { folded.open = false }, { once: true })
  })
})
