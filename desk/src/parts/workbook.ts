/** A workbook made here: sheets of text and numbers, in a container without compression. */

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Sheet {
  name: string;
  rows: readonly (readonly (string | number)[])[];
}

/** The bytes of a workbook; the first row of each sheet is its head and stays in sight. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, number: at + 1 }));
  return zipOf([
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
        numbered
          .map(
            ({ number }) =>
              `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
          )
          .join('') +
        '</Types>',
    ],
    ['_rels/.rels', related([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>` +
        numbered.map(({ name, number }) => `<sheet name="${xml(titled(name))}" sheetId="${number}" r:id="rId${number}"/>`).join('') +
        '</sheets></workbook>',
    ],
    ['xl/_rels/workbook.xml.rels', related(numbered.map(({ number }) => ['worksheet', `worksheets/sheet${number}.xml`]))],
    ...numbered.map(({ rows, number }): [string, string] => [`xl/worksheets/sheet${number}.xml`, sheetOf(rows)]),
  ].map(([name, text]) => [name ?? '', HEAD + text]));
}

function related(parts: readonly (readonly string[])[]): string {
  const told = parts.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${told.join('')}</Relationships>`;
}

function sheetOf(rows: Sheet['rows']): string {
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
  const told = rows.map((row) => `<row>${row.map(cell).join('')}</row>`);
  const pane = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  return `<worksheet xmlns="${MAIN}">${pane}<sheetFormatPr defaultRowHeight="15"/><sheetData>${told.join('')}</sheetData></worksheet>`;
}

/** What XML may hold: text is a text to every program, so nothing of it is taken for a formula. */
function xml(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function titled(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let left = byte;
  for (let bit = 0; bit < 8; bit++) left = left & 1 ? 0xedb88320 ^ (left >>> 1) : left >>> 1;
  return left >>> 0;
});

function checkOf(bytes: Uint8Array): number {
  let left = 0xffffffff;
  for (const byte of bytes) left = (CRC[(left ^ byte) & 0xff] ?? 0) ^ (left >>> 8);
  return (left ^ 0xffffffff) >>> 0;
}

const FIRST_DAY = 0x21; // 1 January 1980: when a file was made is told by its mark

/** Files in one container, stored as they are (APPNOTE 6.3, methods 0). */
function zipOf(files: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of files) {
    const [called, content] = [encoder.encode(name), encoder.encode(text)];
    const common = [20, 0x800, 0, 0, FIRST_DAY, checkOf(content), content.length, content.length, called.length, 0] as const;
    const local = bytesOf([[4, 0x04034b50], ...widths(common)]);
    const central = bytesOf([[4, 0x02014b50], [2, 20], ...widths(common), [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]);
    parts.push(local, called, content);
    directory.push(central, called);
    at += local.length + called.length + content.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = bytesOf([[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]]);
  return joined([...parts, ...directory, end]);
}

/** What a file's two heads have in common, each number with its bytes. */
function widths([version, flags, method, time, day, check, packed, size, name, extra]: readonly [
  number, number, number, number, number, number, number, number, number, number,
]): [number, number][] {
  return [[2, version], [2, flags], [2, method], [2, time], [2, day], [4, check], [4, packed], [4, size], [2, name], [2, extra]];
}

function bytesOf(numbers: readonly (readonly [number, number])[]): Uint8Array {
  const made = new Uint8Array(numbers.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(made.buffer);
  let at = 0;
  for (const [width, value] of numbers) {
    if (width === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += width;
  }
  return made;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of parts) {
    made.set(each, at);
    at += each.length;
  }
  return made;
}
