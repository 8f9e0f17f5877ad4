import './styles/heed.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { chooseLocale, speak } from './messages/language.ts';
import { queries } from './query/api.ts';
import { sessionQuery } from './query/session.ts';
import { router } from './router.tsx';
import { keptTheme, wearTheme } from './shell/theme.ts';
import { listenForKeys } from './ui/keys.ts';

wearTheme(keptTheme());
listenForKeys();

// Session, catalogue and the screen's own chunk start at once, beside each other.
const session = queries.fetchQuery(sessionQuery).catch(() => null);
void router.load();
await speak(chooseLocale());
await Promise.race([
  session.then((found) => speak(chooseLocale(found?.workspace?.locale))),
  new Promise((resolve) => setTimeout(resolve, 150)),
]);

const root = document.getElementById('heed');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
