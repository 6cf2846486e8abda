/** The values of a pasted list: one a line, or with tabs, commas or semicolons between; none twice. */
export function pastedValues(text: string): string[] {
  const lines = text.split(/[\r\n\t]+/);
  const parts = lines.length > 1 ? lines : text.split(/[;；,，、]+/);
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
}
