import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { languageAtBoot, loadLanguage } from './lib/i18n.ts';
import './ui/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds #root');
// The words first, so that no other language shows for a moment.
await loadLanguage(languageAtBoot());
createRoot(root).render(<App />);
