// Builds elements. Text goes in as text nodes only; nothing here or anywhere in the view parses markup.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Record<string, any>} [props] class, attributes, `on…` listeners, `data` for dataset; false and null are left out
 * @param {...(Node | string | null | undefined | false)} children
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value == null || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child != null && child !== false) node.append(child);
  return node;
}

/** An SVG element with attributes. */
export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** Words with `*stressed*` parts → text nodes and <em>. Values are put in first, so a star in them must not count. */
export function stressed(sentence) {
  return sentence.split('\u0001').map((part, i) => (i % 2 ? el('em', {}, part) : part)).filter((part) => part !== '');
}

/** Writes only what changed: a screen reader and a selection both notice needless writes. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Scrolls whatever a node scrolls in: the page, or a box of the host's around the widget. */
export function scrollAround(node, by) {
  if (!by) return;
  for (let at = node; at; at = at.parentElement ?? at.getRootNode().host) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at.scrollBy(0, by);
  }
  scrollBy(0, by);
}

/** Runs `work` at most once a frame. */
export function oncePerFrame(work) {
  let asked = 0;
  const run = () => {
    asked ||= requestAnimationFrame(() => { asked = 0; work(); });
  };
  run.cancel = () => { cancelAnimationFrame(asked); asked = 0; };
  return run;
}
