// The grid of typed rows: keys, saving row by row, pasting. Every row is a plain form without it.
import { FIELD, cellsOf, dirty, fill, mark, note, place, remember, rowOf, rowsOf, savedOf, show } from './grid-rows.js'
import { pasted } from './grid-paste.js'

const grid = document.getElementById('grid')
const state = document.getElementById('grid-state')
const body = grid.querySelector('tbody')
const blank = body.lastElementChild.cloneNode(true)
const AGAIN = 5000 // milliseconds until what could not be sent is sent again
const IDLE = 3000 // milliseconds without a key until a row is saved
const waiting = new Set()
let isSending = false
let isOffline = false
let toMend = ''
let made = 0
let idle = 0

rowsOf(body).forEach(remember)
state.hidden = false
say('Rows are saved as you leave them.')

function say (sentence) {
  if (state.textContent !== sentence) state.textContent = sentence
}

function nameOf (row) {
  return row.dataset.number ? `Row ${row.dataset.number}` : 'The new row'
}

// A new row stands below `row`, empty and with names of its own.
function insertBelow (row) {
  const added = blank.cloneNode(true)
  const [was, name] = [added.id, `made${++made}`]
  for (const each of [added, ...added.querySelectorAll('*')]) {
    for (const attribute of ['id', 'form', 'aria-labelledby', 'aria-describedby']) {
      const value = each.getAttribute(attribute)
      if (value) each.setAttribute(attribute, value.replaceAll(new RegExp(`(^|[ -])${was}(?=-|$)`, 'g'), `$1${name}`))
    }
  }
  added.id = name
  added.dataset.after = row.dataset.number
  FIELD(added, 'token').value = [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, '0')).join('')
  row.after(added)
  remember(added)
  return added
}

function save (row) {
  if (!dirty(row) || row.dataset.isOvertaken) return
  waiting.add(row)
  send()
}

async function send () {
  if (isSending) return
  isSending = true
  toMend = ''
  while (waiting.size && !isOffline) {
    const [row] = waiting
    waiting.delete(row)
    say('Saving…')
    await sendRow(row, 'save')
  }
  isSending = false
  if (!waiting.size && !isOffline && !unsaved().length) say(`Everything is saved.${toMend}`)
}

function unsaved () {
  return rowsOf(body).filter((row) => dirty(row))
}

// Returns whether the server took it. What it did not take stays on the page.
async function sendRow (row, act, isSecond = false) {
  const sent = cellsOf(row)
  const facts = new FormData(row.querySelector('form'))
  facts.set('act', act)
  facts.set('sure', '1')
  if (row.dataset.after) facts.set('after', row.dataset.after)
  let answer
  try {
    answer = await fetch(grid.dataset.address, { method: 'POST', body: facts, headers: { Accept: 'application/json' }, redirect: 'manual' })
  } catch {
    return later(row, act)
  }
  if (answer.status >= 500) return later(row, act)
  const isJson = (answer.headers.get('Content-Type') || '').includes('json')
  if (!isJson) return isSecond ? refused(row) : refresh(row, act)
  const said = await answer.json()
  if (answer.ok) return taken(row, said, sent)
  return said.cells ? overtaken(row, said) : told(row, said.sentence)
}

function later (row, act) {
  isOffline = true
  note(row, 'Not saved')
  if (act === 'save') waiting.add(row)
  say('There is no connection. What you write stays on this page and is sent again by itself: do not close the page.')
  setTimeout(online, AGAIN)
  return false
}

function online () {
  isOffline = false
  send()
}

// The session has a new key after signing in again, in another tab perhaps.
async function refresh (row, act) {
  const page = await fetch(location.href).then((answer) => answer.text()).catch(() => '')
  const token = new DOMParser().parseFromString(page, 'text/html').getElementById('grid')?.dataset.token
  if (!token) return refused(row)
  grid.querySelectorAll('[name=csrfmiddlewaretoken]').forEach((field) => { field.value = token })
  FIELD(blank, 'csrfmiddlewaretoken').value = token
  return sendRow(row, act, true)
}

function refused (row) {
  return told(row, 'It was not saved: you are signed out, or may not write here now. Sign in in another tab, then press Save; the text stays on this page.')
}

function told (row, sentence) {
  note(row, 'Not saved')
  say(`${nameOf(row)}: ${sentence}`)
  return false
}

function taken (row, said, sent) {
  if (said.removed) return true
  row.dataset.number = said.number
  row.dataset.version = said.version
  FIELD(row, 'number').value = said.number
  FIELD(row, 'version').value = said.version
  row.querySelectorAll('[data-for-saved]').forEach((button) => { button.hidden = false })
  row.querySelector('.portal-grid__number').textContent = said.number
  remember(row, sent)
  show(row, said)
  mark(row, Object.keys(said.problems).length ? 'Mend' : '')
  const wrong = Object.values(said.problems)
  if (wrong.length) toMend = ` Row ${said.number} has to be mended: ${wrong[0]}`
  return true
}

// Somebody else changed it: both texts are on the page, and the person says which stands.
function overtaken (row, said) {
  row.dataset.isOvertaken = 'yes'
  row.dataset.version = FIELD(row, 'version').value = said.version
  if (said.removed) {
    FIELD(row, 'number').value = row.dataset.number = ''
    FIELD(row, 'token').value = `again-${said.number}-${said.version}`
  }
  remember(row, said.cells)
  for (const [name, text] of Object.entries(said.cells)) {
    const cell = FIELD(row, name)
    if (cell && cell.value !== text) place(cell, `${said.by} wrote: ${text || '(nothing)'}`, true)
  }
  note(row, 'Two texts')
  say(`${nameOf(row)}: ${said.by} ${said.removed ? 'removed' : 'changed'} it on ${said.at}. Both texts are shown. Press Save to keep yours, or Escape in a cell to take theirs.`)
  return false
}

function go (row, cell) {
  const target = row?.querySelectorAll('.portal-grid__cell')[[...rowOf(cell).querySelectorAll('.portal-grid__cell')].indexOf(cell)]
  target?.focus()
  return Boolean(target)
}

function atEdge (cell, isDown) {
  if (cell.selectionStart !== cell.selectionEnd) return false
  return cell.selectionStart === (isDown ? cell.value.length : 0)
}

function pressed (event) {
  const cell = event.target.closest('.portal-grid__cell')
  if (!cell || event.isComposing) return
  const row = rowOf(cell)
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
    event.preventDefault()
    const isNew = event.ctrlKey || event.metaKey || !row.nextElementSibling
    if (isNew) insertBelow(row).querySelector('.portal-grid__cell').focus()
    else go(row.nextElementSibling, cell)
  } else if (event.key === 'Escape' && cell.value !== savedOf(row, cell)) {
    fill(cell, savedOf(row, cell))
    delete row.dataset.isOvertaken
    say(`${nameOf(row)}: the cell is as it was saved.`)
  } else if (cell.matches('textarea') && !event.shiftKey && /^Arrow(Up|Down)$/.test(event.key) && atEdge(cell, event.key === 'ArrowDown')) {
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
    if (go(next, cell)) event.preventDefault()
  }
}

async function submitted (event) {
  event.preventDefault()
  const row = rowOf(event.target)
  const act = event.submitter?.value || 'save'
  delete row.dataset.isOvertaken
  if (act === 'save') return dirty(row) ? save(row) : say(`${nameOf(row)} has nothing new to save.`)
  if (act === 'remove' && !window.confirm(`Remove ${nameOf(row).toLowerCase()}?`)) return
  if (!await sendRow(row, act)) return
  if (act === 'remove') {
    const next = row.nextElementSibling || row.previousElementSibling
    say(`${nameOf(row)} was removed.`)
    row.remove()
    return next?.querySelector('.portal-grid__cell').focus()
  }
  const other = act === 'up' ? row.previousElementSibling : row.nextElementSibling
  if (other) act === 'up' ? other.before(row) : other.after(row)
  event.submitter.focus()
  say(`${nameOf(row)} was moved ${act}.`)
}

grid.addEventListener('keydown', pressed)
grid.addEventListener('submit', submitted)
grid.addEventListener('input', (event) => {
  const row = rowOf(event.target)
  note(row, dirty(row) ? 'Not saved' : '')
  clearTimeout(idle)
  idle = setTimeout(() => { if (row.dataset.number) save(row) }, IDLE)
})
grid.addEventListener('focusout', (event) => {
  const row = rowOf(event.target)
  if (row && !row.contains(event.relatedTarget)) save(row)
})
grid.addEventListener('paste', (event) => {
  const cell = event.target.closest('.portal-grid__cell')
  const lines = cell && pasted(event.clipboardData)
  if (!lines) return
  event.preventDefault()
  const first = [...rowOf(cell).querySelectorAll('.portal-grid__cell')].indexOf(cell)
  let row = rowOf(cell)
  lines.forEach((texts, line) => {
    if (line) row = insertBelow(row)
    const cells = row.querySelectorAll('.portal-grid__cell')
    texts.forEach((text, n) => { if (cells[first + n]) fill(cells[first + n], text) })
    save(row)
  })
  say(`${lines.length} ${lines.length === 1 ? 'row was' : 'rows were'} pasted.`)
})
window.addEventListener('online', online)
window.addEventListener('beforeunload', (event) => { if (unsaved().length || waiting.size) event.preventDefault() })
