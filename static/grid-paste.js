// What was copied in a spreadsheet, as lines of cells.

// Returns null where it is plain text, which is pasted as it is.
export function pasted (clipboard) {
  const text = clipboard.getData('text/plain')
  const isTable = /<table[\s>]/i.test(clipboard.getData('text/html'))
  if (!text.includes('\t') && !(isTable && text.trim().includes('\n'))) return null
  const lines = linesOf(text.replaceAll('\r\n', '\n'))
  return lines.filter((cells) => cells.some((cell) => cell.trim()))
}

// Spreadsheets quote a cell that holds a line break or a tab.
function linesOf (text) {
  const lines = [['']]
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const line = lines[lines.length - 1]
    const sign = text[at]
    if (sign === '"' && isQuoted && text[at + 1] === '"') line[line.length - 1] += text[at++]
    else if (sign === '"' && (isQuoted || !line[line.length - 1])) isQuoted = !isQuoted
    else if (sign === '\t' && !isQuoted) line.push('')
    else if (sign === '\n' && !isQuoted) lines.push([''])
    else line[line.length - 1] += sign
  }
  return lines
}
