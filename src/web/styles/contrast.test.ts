import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pair = /--([\w-]+):\s*light-dark\(\s*oklch\(([^)/]*)\),\s*oklch\(([^)/]*)\)\s*\)/g;
const tokens = new Map([...css.matchAll(pair)].map(([, name = '', light = '', dark = '']) => [name, [light, dark] as const]));

/** Relative luminance (WCAG 2.2) of an oklch colour, by Ottosson's matrices to linear sRGB, clipped to what a screen can show. */
function luminance(oklch: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.trim().split(/\s+/).map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(front: string, back: string, theme: 0 | 1): number {
  const [x, y] = [front, back].map((name) => {
    const token = tokens.get(name);
    assert.ok(token, `no token --${name}`);
    return luminance(token[theme]);
  }) as [number, number];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const SHEETS = ['paper', 'sheet'];
const pairs: [number, string, string][] = [];
const needs = (least: number, front: string, ...backs: string[]) =>
  pairs.push(...backs.map((back) => [least, front, back] as [number, string, string]));
for (const ink of ['ink', 'ink-2', 'ink-3']) needs(4.5, ink, 'desk', ...SHEETS, 'hover', 'selected');
for (const ink of ['ink', 'ink-2']) needs(4.5, ink, 'mark', 'wait-wash', 'harm-wash');
needs(4.5, 'accent', 'desk', ...SHEETS, 'accent-wash', 'hover');
needs(4.5, 'on-fill', 'fill', 'fill-hover');
needs(3, 'fill', ...SHEETS);
needs(4.5, 'wait', ...SHEETS, 'wait-wash', 'hover');
needs(4.5, 'harm', ...SHEETS, 'harm-wash', 'hover');
for (let i = 1; i <= 8; i++) needs(4.5, 'face-ink', `face-${i}`);
needs(3, 'edge', ...SHEETS, 'desk');
for (const act of ['ask', 'reflect', 'expertise', 'features', 'mission', 'need', 'feeling', 'promise', 'tell'])
  needs(3, `act-${act}`, ...SHEETS);

test('the arithmetic is right where it is known', () => {
  assert.ok(Math.abs(luminance('1 0 0') - 1) < 1e-4);
  assert.ok(luminance('0 0 0') < 1e-6);
  assert.ok(Math.abs(luminance('0.6279 0.2577 29.23') - 0.2126) < 1e-3, 'pure red');
});

test('every pair of colours that meet can be read, in both themes', () => {
  assert.equal(pairs.length, 67);
  const wrong = pairs.flatMap(([least, front, back]) =>
    ([0, 1] as const)
      .map((theme) => ({ theme, is: ratio(front, back, theme) }))
      .filter(({ is }) => is < least)
      .map(({ theme, is }) => `${front} on ${back}, ${theme ? 'dark' : 'light'}: ${is.toFixed(2)} of ${least}`),
  );
  assert.deepEqual(wrong, []);
});
