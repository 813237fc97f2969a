// Pairs of accounts from the keyboard: j and k move, x chooses, and a button's own letter sends.
// Once sent, the focus goes to the pair that stands where the last one stood.
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
const OFF = 'keys-among-pairs-are-off'
const areOff = () => localStorage.getItem(OFF) === 'yes'
const PLACE = 'place-among-pairs'
const goOn = () => {
  const place = sessionStorage.getItem(PLACE)
  sessionStorage.removeItem(PLACE)
  if (place !== null) pairs[Math.min(Number(place), pairs.length - 1)]?.focus()
}

form?.addEventListener('submit', () => {
  const first = pairs.findIndex((pair) => pair.querySelector('input[name=pair]:checked'))
  if (first >= 0) sessionStorage.setItem(PLACE, String(first))
})
document.addEventListener('keydown', (event) => {
  if (!form || areOff() || (event.target !== document.body && !form.contains(event.target))) return
  if (event.ctrlKey || event.altKey || event.metaKey) return
  if (event.target.matches('textarea, select, input:not([type=checkbox])')) return
  const acts = { j: () => move(1), k: () => move(-1), x: choose }
  const act = acts[event.key] ?? (/^[sdapu]$/.test(event.key) ? () => send(event.key) : null)
  if (!act) return
  event.preventDefault()
  act()
})
if (form) {
  const turn = document.createElement('button')
  turn.type = 'button'
  turn.className = 'portal-link-button'
  const say = () => { turn.textContent = areOff() ? 'Turn these keys on' : 'Turn these keys off' }
  turn.addEventListener('click', () => {
    localStorage.setItem(OFF, areOff() ? '' : 'yes')
    say()
  })
  say()
  const help = document.createElement('p')
  help.className = 'govuk-hint'
  help.textContent = 'Keyboard: j and k move between pairs, x chooses one, ' +
    [...new Set([...form.querySelectorAll('button[data-key]')].map((b) => `${b.dataset.key} is “${b.textContent.trim()}”`))].join(', ') +
    '. Press j to begin. '
  help.append(turn)
  form.prepend(help)
  goOn()
}
