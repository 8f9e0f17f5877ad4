import type { MiddlewareHandler } from 'hono';
import { Refusal } from '#model/refusal.ts';

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
    // Links for one person are for no search engine, and are not passed on as where somebody came from.
    if (/^\/(said|api\/v1\/said|rpc\/sayBacks)\//.test(c.req.path)) {
      headers.set('x-robots-tag', 'noindex, nofollow');
      headers.set('referrer-policy', 'no-referrer');
    }
    // What people said must not lie in a browser's or a proxy's cache after they signed out. A face may, in the browser alone (attachments.ts).
    const isFace = c.res.status < 400 && headers.get('cache-control')?.startsWith('private, ');
    if (/^\/(api|rpc)\//.test(c.req.path) && !isFace) headers.set('cache-control', 'no-store');
    if (secure) headers.set('strict-transport-security', 'max-age=31536000');
  };
}

/**
 * Whether a page of this origin, asking for this host, is one of ours: where people reach us, or the very address that was asked
 * (by its number, by another name). For the public name its scheme counts too: what an http page asks of https may be anybody's on the way.
 */
export function ownOrigins(publicUrl: string): (origin: string, host: string) => boolean {
  const publicHost = new URL(publicUrl).host;
  return (origin, host) => origin === publicUrl || (host !== publicHost && URL.canParse(origin) && new URL(origin).host === host);
}

/**
 * Refuse a change that another site's page asks for, with our cookie or without: the first account could be claimed that way, and somebody be
 * signed in as another. Browsers send Origin (or Sec-Fetch-Site) with every unsafe request; programs send neither.
 */
export function sameOriginOnly(allowed: (origin: string, host: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const foreign = origin ? !allowed(origin, c.req.header('host') ?? '') : site !== undefined && site !== 'same-origin' && site !== 'none';
    if (!foreign) return next();
    throw new Refusal('may.other-origin', 'This request came from another site, so nothing was done.');
  };
}
