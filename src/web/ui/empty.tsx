import type { ReactNode } from 'react';

/** A place with nothing in it yet: what will live here, and one step. */
export function Empty({ icon, title, says, children }: { icon?: ReactNode; title: string; says: string; children?: ReactNode }) {
  return (
    <div className="drop">
      {icon}
      <p className="b" style={{ marginTop: 8, font: '600 var(--t-16) var(--ours)' }}>
        {title}
      </p>
      <p className="f t13" style={{ margin: '3px auto 0', maxWidth: '34rem' }}>
        {says}
      </p>
      {children ? (
        <p className="row wrap" style={{ justifyContent: 'center', marginTop: 16 }}>
          {children}
        </p>
      ) : null}
    </div>
  );
}
