// Pairs of accounts from the keyboard: j and k move, x chooses, and a button's own letter sends.
// Without this file, Tab, Space and the buttons do the same.
const form = document.querySelector('[data-accounts]')
const pairs = form ? [...form.querySelectorAll('.portal-pairs__pair')] : []

const current = () => pairs.findIndex((pair) => pair.contains(document.activeElement))
const move = (by) => {
  const next = Math.min(Math.max(current() + by, 0), pairs.length - 1)
  pairs[next]?.focus()
  pairs[next]?.scrollIntoView({ block: 'nearest' })
}
const choose = () => {
  const box = pairs[current()]?.querySelector('input[name=pair]')
  if (box) box.checked = !box.checked
}
const send = (key) => {
  const button = form.querySelector(`button[data-key="${key}"]`)
  if (!button) return
  const box = pairs[current()]?.querySelector('input[name=pair]')
  if (box && !form.querySelector('input[name=pair]:checked')) box.checked = true
  if (form.querySelector('input[name=pair]:checked')) form.requestSubmit(button)
}

form?.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  if (event.target.matches('textarea, select, input:not([type=checkbox])')) return
  const acts = { j: () => move(1), k: () => move(-1), x: choose }
  const act = acts[event.key] ?? (/^[sdapu]$/.test(event.key) ? () => send(event.key) : null)
  if (!act) return
  event.preventDefault()
  act()
})
if (form) {
  const help = document.createElement('p')
  help.className = 'govuk-body-s'
  help.textContent = 'Keyboard: j and k move between pairs, x chooses one, ' +
    [...new Set([...form.querySelectorAll('button[data-key]')].map((b) => `${b.dataset.key} is “${b.textContent.trim()}”`))].join(', ') +
    '. Press j to begin, once a pair or a button has the focus.'
  form.prepend(help)
}
