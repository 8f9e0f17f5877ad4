import type { ReactNode } from 'react';

export function Part({ title, wide, children }: { title: string; wide?: 2 | 3; children: ReactNode }) {
  return (
    <section className={wide ? `span${wide}` : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
