const MATTERS = new Set(['Clue', 'AuditFinding', 'InspectionIssue', 'Ticket', 'Alert']);

export type Family = 'matter' | 'person' | 'unit' | 'thing' | 'event';

const THINGS = new Set(['Vehicle', 'FuelCard', 'Phone', 'Account', 'Place', 'Project', 'Contract', 'Household']);

/** The kinds that a search may be narrowed to, in the order in which they are offered. */
export const SOUGHT = [
  'CLUE', 'AUDIT_FINDING', 'INSPECTION_ISSUE', 'TICKET', 'ALERT', 'PERSON', 'UNIT', 'VEHICLE', 'FUEL_CARD', 'PHONE',
  'ACCOUNT', 'PLACE', 'PROJECT', 'CONTRACT', 'HOUSEHOLD',
] as const; // prettier-ignore

export function isMatter(typename: string): boolean {
  return MATTERS.has(typename);
}

export function familyOf(typename: string): Family {
  if (MATTERS.has(typename)) return 'matter';
  if (typename === 'Person' || typename === 'Officer' || typename === 'CaseOfficer') return 'person';
  if (typename === 'Unit' || typename === 'Team') return 'unit';
  return THINGS.has(typename) ? 'thing' : 'event';
}

/** The outline of each family, some fifteen units across, around the origin. */
export const OUTLINES: Record<Family, string> = {
  matter: 'M-4.5 -6.5h9a2 2 0 0 1 2 2v9a2 2 0 0 1 -2 2h-9a2 2 0 0 1 -2 -2v-9a2 2 0 0 1 2 -2z',
  person: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z',
  unit: 'M-7 -3.5 0 -7.5 7 -3.5V3.5L0 7.5 -7 3.5z',
  thing: 'M0 -7.5 7.5 0 0 7.5 -7.5 0z',
  event: 'M0 -7 7.5 6H-7.5z',
};

/** The address of a thing's page. */
export function pathOf(typename: string, id: string): string {
  return `/${isMatter(typename) ? 'matter' : 'entity'}/${encodeURIComponent(id)}`;
}

const COLOURS: Record<string, string> = {
  Clue: '#c2410c', AuditFinding: '#7c3aed', InspectionIssue: '#b4186d', Ticket: '#0f766e', Alert: '#b7791f',
  Person: '#1d6fd1', Unit: '#3f6212', Team: '#64748b', Officer: '#64748b', CaseOfficer: '#64748b',
  Vehicle: '#0e7490', FuelCard: '#0891b2', Phone: '#6d28d9', Account: '#9333ea', Place: '#a16207',
  Project: '#15803d', Contract: '#4d7c0f', Household: '#be5a1a',
}; // prettier-ignore

export function colourOf(typename: string): string {
  return COLOURS[typename] ?? '#78716c';
}

/** The colour as it stands out on a dark ground. */
export function onDark(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${parts.map((part) => Math.round(part + (255 - part) * 0.32).toString(16).padStart(2, '0')).join('')}`;
}

const CHANNELS: Record<string, string> = {
  DISCIPLINARY: '#b42318', SUPERVISORY: '#c4600c', INSPECTION_TOUR: '#a21caf', STATIONED: '#4338ca',
  PETITION: '#0f766e', PALM: '#0e7490', AUDIT: '#6d28d9', CONSUMPTION: '#a16207', VEHICLES: '#15803d', OTHER: '#57606a',
}; // prettier-ignore

export function channelColour(channel: string | null | undefined): string {
  return CHANNELS[channel ?? 'OTHER'] ?? '#57606a';
}
