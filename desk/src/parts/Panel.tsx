import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  count?: number | string | undefined;
  more?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export function Panel({ title, count, more, flush = false, children }: Props) {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>{title}</h2>
        {count !== undefined && <span className="panel-count">{count}</span>}
        {more && <span className="panel-more">{more}</span>}
      </div>
      <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
    </section>
  );
}
