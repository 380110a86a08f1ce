// The page as one single file, which works from disk: the same page, with nothing to be loaded beside it.
import './engine/inlined.js';
import './page.js';
