import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const WORTH_PACKING = /\.(js|css|html|svg)$/;

/** Writes `x.br` and `x.gz` beside each text file, so that the server only has to pick one. */
function packed(folder: string): Plugin {
  return {
    name: 'heed-packed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = path.join(folder, name);
        if (!WORTH_PACKING.test(name) || statSync(file).size < 512) continue;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** Where somebody may come in: what these show first must not wait for a second file. */
const FIRST = [
  'main.tsx',
  'messages/en/all.ts',
  'messages/nl/all.ts',
  'today/today.tsx',
  'people/people.tsx',
  'conversations/conversation.tsx',
].map((name) => path.resolve('src/web', name));

/** What many screens import: as chunks of their own they would each cost a request. */
const SHARED =
  /src\/web\/(ui\/|messages\/later|people\/list-query|conversations\/(finding-words|lanes|drafts)|promises\/use-promise-tick|speakers\/speaker-name)|src\/model\/|rolldown|preload-helper|react-virtual/;
const ICON = /lucide-react\/.*\/icons\/([a-z0-9-]+)\.m?js/;

/** The largest screen, in one file. Who a speaker is, and the sheet that mends it, come when they are asked for. */
const TALK = /src\/web\/conversations\/conversation\.tsx/;

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[]; code: string | null } | null;
}

/**
 * One file for what a first load needs, so that it asks for few things and none after another: whatever the entry imports, however far, and what is shared by the
 * screens one comes in by. Found in the graph and not by names: a module of the ground outside of that file would import it back, and the app would stay blank
 * without an error. What only later screens share is a second file.
 */
function ground() {
  let known: { always: Set<string>; first: Set<string>; icons: Set<string> } | null = null;
  return (id: string, graph: Graph): string | null => {
    known ??= { always: reachableFrom(FIRST.slice(0, 1), graph), first: reachableFrom(FIRST, graph), icons: iconsOf(FIRST, graph) };
    const icon = ICON.exec(id)?.[1];
    if (icon) return known.icons.has(icon) ? 'heed' : 'more';
    if (known.always.has(id) || id.includes('lucide-react')) return 'heed';
    if (!SHARED.test(id)) return null;
    return known.first.has(id) || !id.includes('/src/') ? 'heed' : 'more';
  };
}

function reachableFrom(entries: string[], graph: Graph): Set<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

/** The icons that these screens name, by their files. The library's own list imports them all, so the graph does not say; it also says which name is which file. */
function iconsOf(entries: string[], graph: Graph): Set<string> {
  const list = readFileSync('node_modules/lucide-react/dist/esm/lucide-react.mjs', 'utf8');
  const fileOf = new Map(
    [...list.matchAll(/export \{([^}]*)\} from '\.\/icons\/([a-z0-9-]+)\.mjs'/g)].flatMap(([, names = '', file = '']) =>
      [...names.matchAll(/default as (\w+)/g)].map(([, name]) => [name, file] as const),
    ),
  );
  const named = [...reachableFrom(entries, graph)]
    .filter((id) => id.includes('/src/web/'))
    .flatMap((id) => readFileSync(id.replace(/\?.*$/, ''), 'utf8').match(/import \{[^}]*\} from 'lucide-react'/g) ?? [])
    .flatMap((line) => line.match(/[A-Z]\w*/g) ?? []);
  return new Set(named.flatMap((name) => fileOf.get(name) ?? []));
}

/** Holds the build to it: the ground stands on nothing of ours, or it and what it imports would wait for each other. */
function standsAlone(): Plugin {
  return {
    name: 'heed-stands-alone',
    apply: 'build',
    generateBundle(_, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk');
      const found = chunks.find((chunk) => chunk.name === 'heed');
      if (!found) this.error('There is no file of what every screen needs.');
      // The bundler's own few lines import nothing: those may lie beside it.
      const back = chunks.filter((chunk) => found.imports.includes(chunk.fileName) && chunk.imports.length > 0);
      if (back.length > 0)
        this.error(`${found.fileName} waits for ${back.map((chunk) => chunk.fileName).join(', ')}: the app would stay blank.`);
    },
  };
}

/**
 * Nothing is painted before the ground has run: it sets the theme somebody chose, and until then there is nothing to see but the wrong colour.
 * A script of its own in the head would do the same for one more request.
 */
function paintsOnce(): Plugin {
  return {
    name: 'heed-paints-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
    },
  };
}

const api = process.env.HEED_DEV_API ?? 'http://127.0.0.1:4600';

export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [react(), standsAlone(), paintsOnce(), packed('dist/web')],
  server: { proxy: { '/api': api, '/rpc': api } },
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The page to write notes on is one large file, that comes when somebody first writes.
    chunkSizeWarningLimit: 600,
    // One sheet: apart, those of a screen are 2 KB and two requests more.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { debugName: 'ground', name: ground() },
            { name: 'conversation', test: TALK },
          ],
        },
      },
    },
  },
});
