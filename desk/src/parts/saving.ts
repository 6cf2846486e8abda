// What a spreadsheet would take as a formula (OWASP ASVS 5.0, 1.2.10), full-width forms included.
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/;

/** A table as CSV that a spreadsheet opens as text; its last line says who took it out and when. */
export function csvOf(rows: readonly (readonly (string | number)[])[], mark: string): string {
  const cell = (value: string | number) => {
    const told = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(told) ? `"${told.replaceAll('"', '""')}"` : told;
  };
  const lines = [...rows.map((row) => row.map(cell).join(',')), cell(mark)];
  // With a byte order mark, or Excel takes the Chinese for another code.
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** Hands a file to the person, under a name that tells nothing of what is in it. */
export function save(content: string | Blob, type: string, ending: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `leadlink-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
