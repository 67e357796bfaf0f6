import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { firstScreenQuery } from './app/bootstrap.ts';
import { languageAtBoot, loadLanguage } from './lib/i18n.ts';
import { queryClient } from './lib/trpc.ts';
import './ui/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds #root');
void queryClient.prefetchQuery(firstScreenQuery);
/** Words that are not here by then, in ms, come after the page. */
const patienceMs = 4_000;
// The words first, so that no other language shows for a moment.
await Promise.race([loadLanguage(languageAtBoot()), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
createRoot(root).render(<App />);
