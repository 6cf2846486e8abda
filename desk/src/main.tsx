import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { readPreferences } from './app/preferences';
import { speak } from './text';
import './app/desk.css';
import './parts/parts.css';
import './parts/page.css';
import { giveStylesTheirNonce } from './app/nonce';

giveStylesTheirNonce();
const kept = readPreferences();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

await speak(kept.language);
createRoot(root).render(<App begun={kept} />);
