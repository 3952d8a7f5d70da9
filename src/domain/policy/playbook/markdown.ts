/** A Markdown table; a bar or a line break inside a cell is escaped. Nothing where there are no rows. */
export function markdownTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  return [tableRow(heading), tableRow(heading.map(() => '---')), ...rows.map(tableRow), ''];
}

/** A Markdown list; nothing where there are no entries. */
export function markdownList(entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [...entries.map((entry) => `- ${entry}`), ''];
}

function tableRow(cells: readonly string[]): string {
  const escaped = cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' '));
  return `| ${escaped.join(' | ')} |`;
}
