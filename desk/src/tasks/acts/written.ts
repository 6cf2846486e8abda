/** What is written in the form of a new task. */
export interface Written {
  title: string;
  reason: string;
  items?: string;
  itemType?: string;
  units?: string[];
  unitKind?: string;
  placeKind?: string;
  areaCode?: string;
  [name: string]: unknown;
}

const DAY = /^(.*?)[\s,，;；]*(\d{4}-\d{2}-\d{2})$/;

/** Items, one in each line; a day at the end of a line is the day by which it is to be done. */
export function itemsOf(written: string | undefined, type: string | null): Record<string, string | null>[] {
  return (written ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, text = line, dueOn = null] = DAY.exec(line) ?? [];
      return { text, dueOn, ...(type ? { type } : {}) };
    });
}
