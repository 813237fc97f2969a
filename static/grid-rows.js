// One row of the grid: its cells, what was saved of them, and what is said below them.
const saved = new WeakMap()

export const FIELD = (row, name) => row.querySelector(`[name="${CSS.escape(name)}"]`)
export const rowOf = (element) => element.closest('.portal-grid__row')
export const rowsOf = (body) => [...body.querySelectorAll('.portal-grid__row')]
export const savedOf = (row, cell) => saved.get(row)[cell.name] ?? ''

const list = (row) => [...row.querySelectorAll('.portal-grid__cell')]

export function cellsOf (row) {
  return Object.fromEntries(list(row).map((cell) => [cell.name, cell.value]))
}

export function remember (row, cells = cellsOf(row)) {
  saved.set(row, { ...cells })
}

export function dirty (row) {
  const texts = saved.get(row)
  return list(row).some((cell) => cell.value.trim() !== (texts[cell.name] ?? '').trim())
}

export function fill (cell, text) {
  if (cell.matches('select') && text && ![...cell.options].some((option) => option.value === text)) {
    cell.add(new Option(text, text))
  }
  cell.value = text
  cell.dispatchEvent(new Event('input', { bubbles: true }))
}

// Says something below a cell, as a problem or as a remark.
export function place (cell, sentence, isProblem) {
  const says = document.getElementById(`${cell.id}-says`)
  says.textContent = sentence
  says.classList.toggle('portal-grid__says--problem', Boolean(sentence && isProblem))
  const kind = cell.matches('select') ? 'govuk-select--error' : 'govuk-textarea--error'
  cell.classList.toggle(kind, Boolean(sentence && isProblem))
  cell.toggleAttribute('aria-invalid', false)
  if (sentence && isProblem) cell.setAttribute('aria-invalid', 'true')
}

export function show (row, said) {
  for (const cell of list(row)) {
    const problem = said.problems[cell.name]
    place(cell, problem || said.remarks[cell.name] || '', Boolean(problem))
  }
}

// The tag beside the row's number: what stands to be done, or nothing.
export function mark (row, text) {
  const place = row.querySelector('.portal-grid__mark')
  const tag = document.createElement('strong')
  tag.className = `govuk-tag govuk-tag--${text === 'Not saved' ? 'yellow' : 'orange'}`
  tag.textContent = text
  place.replaceChildren(...(text ? [tag] : []))
}

export function note (row, text) {
  const has = row.querySelector('.portal-grid__mark').textContent.trim()
  if (text ? has !== text : has === 'Not saved' || has === 'Two texts') mark(row, text)
}
