import type { ReactNode } from 'react';

/** Why there is nothing here, and what one may do. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="nothing" role="status">
      <svg width="56" height="44" viewBox="0 0 56 44" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6">
        <circle cx="12" cy="30" r="6" />
        <circle cx="44" cy="30" r="6" />
        <circle cx="28" cy="10" r="6" />
        <path d="M16 25 24 15M40 25 32 15" strokeDasharray="3 3" />
      </svg>
      <p className="nothing-title">{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}
