import { uuidv7 } from 'uuidv7';

export function newIds(n: number): string[] {
  return Array.from({ length: n }, () => uuidv7());
}
