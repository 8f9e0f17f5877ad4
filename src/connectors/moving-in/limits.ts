/** How much a file may hold. Bytes and characters are counted as they come out, whatever the file says of itself. */

const MEGABYTE = 1024 * 1024;

/** Of one cell, in characters. */
export const MOST_CELL = MEGABYTE;
/** Of one row of a delimited file, in characters. */
export const MOST_ROW = 8 * MEGABYTE;
export const MOST_COLUMNS = 2000;
/** Files of one archive, and what they unpack to. */
export const MOST_ENTRIES = 20_000;
export const MOST_UNPACKED = 4096 * MEGABYTE;
/** How many times its size an archive may unpack to, once that is more than `BOMB_FROM`. Lists of people shrink to a tenth, at best to a fortieth. */
export const MOST_RATIO = 200;
export const BOMB_FROM = 64 * MEGABYTE;
/** An archive or a workbook inside an archive. */
export const MOST_INNER = 512 * MEGABYTE;
/** What must stand in memory whole: JSON that is one value, one card, one event. */
export const MOST_WHOLE = 64 * MEGABYTE;
/** A picture, in bytes. */
export const MOST_PHOTO = 2 * MEGABYTE;
/** A workbook's sheets as they unpack. */
export const MOST_WORKBOOK = 1024 * MEGABYTE;
/** Its texts, which stand in memory. */
export const MOST_SHARED = 192 * MEGABYTE;
export const MOST_SHEETS = 60;
