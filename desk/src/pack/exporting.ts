export const FORMS = ['pdf', 'docx', 'xlsx', 'zip'] as const;

export interface Wanted {
  unit: string;
  levels: number;
  on: string | null;
  form: (typeof FORMS)[number];
  language: 'zh' | 'en';
}

/** A pack that was not made, in the words of the service where it gave any. */
export class ExportRefused extends Error {}

/** The pack as a file, made for who asks and for the purpose that is told; the token stays in this page. */
export async function packFile(token: string, purpose: string, wanted: Wanted): Promise<Blob> {
  const { on, ...rest } = wanted;
  const answer = await fetch('/exports/unit-pack', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      // A header holds no Chinese as it is.
      'x-purpose': encodeURIComponent(purpose),
    },
    body: JSON.stringify(on ? wanted : rest),
  });
  if (answer.ok) return answer.blob();
  const told = (await answer.json().catch(() => null)) as { errors?: { message?: string }[] } | null;
  throw new ExportRefused(told?.errors?.[0]?.message ?? String(answer.status));
}
