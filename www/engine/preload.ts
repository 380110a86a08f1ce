// Asks for the module before the page's other modules run: its first import. What fails, the first comparison tells.
import { warmUp } from './engine.js';

warmUp().catch(() => {});
