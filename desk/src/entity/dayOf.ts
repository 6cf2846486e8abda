interface Dated {
  receivedOn?: string | null;
  foundOn?: string | null;
  askedAt?: string | null;
  raisedAt?: string | null;
}

/** The day of a matter: when it was received, found, asked or raised. */
export function dayOf(matter: object): string | null {
  const { receivedOn, foundOn, askedAt, raisedAt } = matter as Dated;
  return receivedOn ?? foundOn ?? askedAt ?? raisedAt ?? null;
}
