import 'react';

// Our tokens may be set in a style attribute: style={{ '--c': 'var(--act-ask)' }}.
declare module 'react' {
  interface CSSProperties {
    [token: `--${string}`]: string | number | undefined;
  }
}
