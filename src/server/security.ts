import type { MiddlewareHandler } from 'hono';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

// Styles in attributes come from React's style={…} (widths of bars, positions in lanes); no script and no style sheet may be inline.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The headers that keep a browser from doing more with our pages than we meant. */
export function safeHeaders(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', POLICY);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('x-frame-options', 'DENY');
    headers.set('referrer-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (secure) headers.set('strict-transport-security', 'max-age=31536000');
  };
}

/**
 * Refuse a change that another site's page asks for with our cookie. Browsers send Origin (or Sec-Fetch-Site) with every unsafe request;
 * a program that sends neither has no cookie of ours to misuse.
 */
export function sameOriginOnly(allowed: (origin: string, host: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (SAFE.has(c.req.method) || !c.req.header('cookie')) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const foreign = origin ? !allowed(origin, c.req.header('host') ?? '') : site !== undefined && site !== 'same-origin' && site !== 'none';
    if (!foreign) return next();
    return c.json({ code: 'may.other-origin', message: 'This request came from another site, so nothing was done.', params: {} }, 403);
  };
}
